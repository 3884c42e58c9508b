import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type RightGone, takeRightsAgain } from "../../functions/entry/rights-again.ts";
import type { Item } from "../../functions/platform/db.ts";
import { anId, anOpenVisit, type OpenVisit } from "../support/builders.ts";
import { aSystem, aWebhook } from "../support/feeds.ts";
import { aKiosk, aPairedDevice } from "../support/pairing.ts";
import { restored } from "../support/restored.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const start = "2026-12-03T00:30:00.000Z";

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld(start);
  visit = await anOpenVisit(world);
});
afterAll(() => world.close());
beforeEach(() => world.deps.clock.forward(1));

const idOf = async (browser: Browser): Promise<string> => (await world.get("GET /api/me", {}, browser)).accountId;
const aMail = (name: string): string => `${anId(name).toLowerCase()}@center.example.com`;

/** The table as it was copied before something happened, with rights taken away again, twice: the second time there is nothing left to take. */
const onceCopied = async (
  happens: () => Promise<unknown>,
): Promise<{ items: Item[]; found: RightGone[]; has: (type: string, id: string) => boolean }> => {
  world.deps.clock.forward(1);
  const copied = await world.table.allItems();
  const since = world.deps.clock.now();
  world.deps.clock.forward(1);
  await happens();
  const copy = await restored(copied, world.table);
  try {
    const deps = { ...world.deps, db: copy.db };
    const found = await takeRightsAgain(deps, since);
    const again = await takeRightsAgain(deps, since);
    expect(again.filter(({ became }) => became === "taken")).toEqual([]);
    const items = await copy.allItems();
    return { items, found, has: (type, id) => items.some((item) => item.type === type && JSON.stringify(item).includes(id)) };
  } finally {
    await copy.close();
  }
};
const accountIn = (items: readonly Item[], accountId: string) =>
  items.find((item) => item.type === "account" && item.accountId === accountId);

describe("rights that were taken away since a table was copied", () => {
  test("roles: what was left then is left, what was given since is not given by a log; nobody else loses any", async () => {
    const { manager } = visit;
    const [cut, gone, given, atVisit] = ["cut", "gone", "given", "visit"].map(aMail) as [string, string, string, string];
    const set = (mail: string, roles: string[]) =>
      world.get("PUT /api/staff/members", { body: { mail, name: "오서린", roles } as never }, manager);
    const setAt = (roles: string[]) =>
      world.get(
        "PUT /api/staff/members/visit-roles",
        { body: { visitId: visit.visitId, mail: atVisit, name: "오세영", roles } as never },
        manager,
      );
    const ids = [
      (await set(cut, ["desk", "counsellor"])).accountId,
      (await set(gone, ["outreach"])).accountId,
      (await set(given, ["desk"])).accountId,
      (await setAt(["desk"])).accountId,
    ] as const;
    const { items, found } = await onceCopied(async () => {
      await set(cut, ["desk"]);
      await set(cut, ["desk", "outreach"]);
      await set(gone, []);
      await set(given, ["desk", "counsellor"]);
      await setAt([]);
    });
    const rolesOf = (id: string) => accountIn(items, id)?.staffRoles;
    expect([rolesOf(ids[0]), rolesOf(ids[1]), rolesOf(ids[2])]).toEqual([["desk"], [], ["desk"]]);
    expect(accountIn(items, ids[3])?.visitRoles).toEqual({});
    expect(accountIn(items, await idOf(manager))?.staffRoles).toEqual(["manager"]);
    expect(found.map(({ became }) => became).sort()).toEqual(["taken", "taken", "taken", "was-gone"]);
    const noted = (await world.table.allEntries()).filter(
      ({ kind, by }) => kind === "roles-changed" && (by as { operator?: true }).operator,
    );
    expect(noted.map(({ accountId, after: left }) => ({ accountId, left }))).toContainEqual({ accountId: ids[1], left: [] });
  });

  test("a second step that was reset, or of which something was given up: all of before is gone, and its owner is invited anew", async () => {
    const desk = await world.staff(aMail("desk"), ["desk"]);
    const accountId = await idOf(desk);
    // Who has just proved the second step.
    const manager = await world.staff(aMail("manager"), ["manager"]);
    const { items, found } = await onceCopied(() =>
      world.get("POST /api/staff/members/{accountId}/factor-reset", { params: { accountId }, body: { reason: "휴대전화 분실" } }, manager),
    );
    expect(items.filter((item) => item.type === "factor" && item.accountId === accountId)).toEqual([]);
    expect(accountIn(items, accountId)).toMatchObject({ factorCount: 0, enrolUntil: expect.any(String), sessionEpoch: 1 });
    expect(found).toMatchObject([{ kind: "factors-reset", whose: accountId, became: "taken" }]);
  });

  test("keys and webhooks of other systems, devices at tables, kiosks; what has to be looked at is named", async () => {
    const { manager, visitId } = visit;
    const { keyId } = await aSystem(world, manager);
    const webhookId = await aWebhook(world, manager);
    const changed = await aWebhook(world, manager);
    const desk = await world.staff(aMail("desk"), ["desk"]);
    await aPairedDevice(world, visit, desk);
    await aKiosk(world, visit, desk);
    const { pairings } = await world.get("GET /api/staff/visits/{visitId}/tables", { params: { visitId } }, desk);
    const pairingId = pairings[0]?.pairingId ?? "";
    const { items, found, has } = await onceCopied(async () => {
      await world.get("DELETE /api/office/api-keys/{keyId}", { params: { keyId } }, manager);
      await world.get("DELETE /api/office/webhooks/{webhookId}", { params: { webhookId } }, manager);
      await world.get("POST /api/office/webhooks/{webhookId}/secret", { params: { webhookId: changed } }, manager);
      await world.get("POST /api/staff/visits/{visitId}/table-pairings/{pairingId}/end", { params: { visitId, pairingId } }, desk);
      await world.get("POST /api/staff/visits/{visitId}/kiosks/end", { params: { visitId } }, desk);
    });
    expect([has("api-key", keyId), has("webhook", webhookId), has("webhook", changed)]).toEqual([false, false, true]);
    // What would be signed with the secret of before waits until somebody has looked.
    expect(items.find((item) => item.type === "webhook" && item.webhookId === changed)?.paused).toMatchObject({ because: "by-hand" });
    for (const type of ["table-pairing", "kiosk"]) expect(items.filter((item) => item.type === type && !item.endedAt)).toEqual([]);
    const became = Object.fromEntries(found.map(({ kind, became: what }) => [kind, what]));
    expect(became).toEqual({
      ...{ "key-revoked": "taken", "webhook-removed": "taken", "webhook-secret-made": "by-hand" },
      ...{ "table-pairing-ended": "taken", "kiosks-ended": "taken" },
    });
  });

  test("whoever left an employer is out again, unless they came back", async () => {
    const { employerId, employer } = visit;
    const join = async (mail: string): Promise<string> => {
      const invitationId = anId("inv");
      const params = { employerId, invitationId };
      await world.get("PUT /api/employers/{employerId}/invitations/{invitationId}", { params, body: { mail } }, employer);
      const colleague = await world.signIn(mail);
      await world.get("POST /api/employers/{employerId}/invitations/{invitationId}/acceptance", { params }, colleague);
      return idOf(colleague);
    };
    const remove = (accountId: string) =>
      world.get("POST /api/employers/{employerId}/members/{accountId}/removal", { params: { employerId, accountId } }, employer);
    const mails = ["out", "back"].map((name) => `${anId(name).toLowerCase()}@solbeodeul.example.com`) as [string, string];
    const [out, back] = [await join(mails[0]), await join(mails[1])];
    const { items } = await onceCopied(async () => {
      for (const accountId of [out, back]) await remove(accountId);
      world.deps.clock.forward(1);
      await join(mails[1]);
    });
    const firmsOf = (id: string) => [...((accountIn(items, id)?.employerIds as Set<string> | undefined) ?? [])];
    expect([firmsOf(out), firmsOf(back)]).toEqual([[], [employerId]]);
    expect(items.filter((item) => item.type === "employer-member").map(({ accountId }) => accountId)).not.toContain(out);
  });
});
