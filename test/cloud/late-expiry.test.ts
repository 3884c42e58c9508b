import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { digestOf } from "../../functions/platform/limits.ts";
import { aSoftPasskey } from "../../infra/local/soft-passkey.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { ItemType } from "../../shared/wiring.ts";
import { refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, type OpenVisit } from "../support/builders.ts";
import { aBrowser } from "../support/calls.ts";
import { handIn, tableCode } from "../support/pairing.ts";
import { anInvited, aStaffMail, totpCode } from "../support/second-step.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/**
 * DynamoDB deletes what has expired within some days, and says no when. The engine here sweeps nothing in the tests, so that every suite runs where all of it
 * still stands; these name each kind of item by whose time something may be done.
 */

const start = "2026-11-23T01:00:00.000Z";
let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(start);
  visit = await anOpenVisit(world, { plan: { date: seoulDateOf(world.deps.clock.now()) } });
  desk = await world.staff("desk@center.example.com", ["desk"]);
});
beforeEach(() => world.deps.clock.set(start));
afterAll(() => world.close());

const inMinutes = (minutes: number) => world.deps.clock.forward(minutes);
const twoDays = 2 * 24 * 60;

/** Items of a kind whose time to live is over, and that stand in the table all the same. */
const expired = async (type: ItemType) => {
  const now = Date.parse(world.deps.clock.now()) / 1000;
  return (await world.table.allItems()).filter((item) => item.type === type && Number(item.expiresAt) < now);
};

/** Asks for a code and leaves it. */
const anAsker = async (mail = `${anId("late").toLowerCase()}@example.com`) => {
  const browser = aBrowser();
  await world.get("POST /api/sign-in/challenges", { body: { mail, locale: "ko" } }, browser);
  await world.settle();
  return { mail, browser, code: world.codeFor(mail) };
};

describe("what has expired and is still in the table counts as gone:", () => {
  test("a sign-in code", async () => {
    const { browser, code } = await anAsker();
    inMinutes(twoDays);
    expect(await expired("challenge")).not.toEqual([]);
    expect(refusalOf(await world.call("POST /api/sign-in/sessions", { body: { code } }, browser))).toBe("code-expired");
  });

  test("a session", async () => {
    const browser = await world.signIn("late-session@example.com");
    inMinutes(twoDays);
    expect(await expired("session")).not.toEqual([]);
    expect(refusalOf(await world.call("GET /api/me", {}, browser))).toBe("sign-in-needed");
  });

  test("a limit", async () => {
    const { mail } = await anAsker();
    const ask = () => world.call("POST /api/sign-in/challenges", { body: { mail, locale: "ko" } });
    for (const status of [202, 202, 429]) expect(await ask()).toMatchObject({ status });
    inMinutes(twoDays);
    expect(await expired("limit")).not.toEqual([]);
    expect(await ask()).toMatchObject({ status: 202 });
  });

  test("a code of an employer's device", async () => {
    const given = await tableCode(world, visit, desk);
    if (!given.ok) throw new Error("no code");
    inMinutes(75);
    expect(await expired("table-code")).toHaveLength(1);
    expect(refusalOf(await handIn(world, given.value.code))).toBe("pairing-code-unusable");
  });

  test("a code of a kiosk, and that one waits", async () => {
    const params = { visitId: visit.visitId };
    const { code } = await world.get("POST /api/staff/visits/{visitId}/kiosk-codes", { params }, desk);
    inMinutes(75);
    expect(await expired("kiosk-code")).toHaveLength(1);
    expect(refusalOf(await world.call("POST /api/kiosk/pairing", { body: { code } }))).toBe("pairing-code-unusable");
  });

  test("an invitation", async () => {
    const [invitationId, mail] = [anId("inv"), "late-colleague@solbeodeul.example.com"];
    const params = { employerId: visit.employerId, invitationId };
    await world.get("PUT /api/employers/{employerId}/invitations/{invitationId}", { params, body: { mail } }, visit.employer);
    inMinutes(400 * 24 * 60);
    expect(await expired("invitation")).toHaveLength(1);
    const invited = await world.signIn(mail);
    const accepted = await world.call("POST /api/employers/{employerId}/invitations/{invitationId}/acceptance", { params }, invited);
    expect(refusalOf(accepted)).toBe("invitation-unusable");
  });

  test("a secret of an authenticator app that was not confirmed, and a challenge for a passkey", async () => {
    const [one, other] = [await anInvited(world), await anInvited(world)];
    const { secret } = await world.get("POST /api/second-step/totp-drafts", {}, one);
    const passkey = aSoftPasskey();
    const challenge = await world.get("POST /api/second-step/passkey-challenges", {}, other);
    inMinutes(100);
    expect(await expired("totp-draft")).toHaveLength(1);
    expect(await expired("passkey-challenge")).not.toEqual([]);
    const app = await world.call("POST /api/second-step/totp", { body: { code: totpCode(world, secret) } }, one);
    expect(refusalOf(app)).toBe("step-expired");
    const made = passkey.create(challenge, { origin: world.settings.origin });
    expect(refusalOf(await world.call("POST /api/second-step/passkeys", { body: made }, other))).toBe("step-expired");
  });

  test("that mails to an address are stopped", async () => {
    const mail = "late-stop@example.com";
    world.office.ses.faults.add({ kind: "Bounce", to: mail });
    await world.get("POST /api/sign-in/challenges", { body: { mail, locale: "ko" } });
    await world.settle();
    const states = async () =>
      (await world.table.allItems())
        .filter(({ type, toDigest }) => type === "mail" && toDigest === digestOf(mail))
        .sort((a, b) => String(a.claimedAt).localeCompare(String(b.claimedAt)))
        .map(({ state }) => state);
    inMinutes(1);
    await anAsker(mail).catch(() => {});
    expect((await states()).at(-1)).toBe("stopped");
    inMinutes(370 * 24 * 60);
    expect(await expired("mail-stop")).toHaveLength(1);
    // SES has a list of its own, from which whoever looks after the account takes addresses; ours lets it go.
    await anAsker(mail).catch(() => {});
    expect((await states()).at(-1)).not.toBe("stopped");
  });
});

/** Nobody may do anything by these, and nothing is refused because of them: longer there, they are a line in a list, or nothing. */
const harmless: Partial<Record<ItemType, string>> = {
  "webhook-delivery": "a line of what was told, which is kept for some days longer",
  "posting-row": "the same row sent again later is the same row still",
  "call-name": "a name is drawn among those that are free, and this one is not",
  "kiosk-codes": "says which codes the desk gave",
  "address-news": "is mailed about when it is made",
  "locked-form": "holds nothing that its reader could open",
  erasure: "says that somebody is erased, which stays so",
};
const named: ItemType[] = [
  "challenge",
  "session",
  "limit",
  "table-code",
  "kiosk-code",
  "invitation",
  "totp-draft",
  "passkey-challenge",
  "mail-stop",
];

test("every kind of item that expires is named here", async () => {
  await anInvited(world, aStaffMail());
  const kinds = new Set((await world.table.allItems()).filter(({ expiresAt }) => expiresAt !== undefined).map(({ type }) => type));
  expect([...kinds].filter((kind) => !named.includes(kind) && !(kind in harmless))).toEqual([]);
});
