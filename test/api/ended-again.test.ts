import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isEnded } from "../../functions/entry/end-again.ts";
import { forgetListed } from "../../functions/entry/forget-listed.ts";
import { onChange } from "../../functions/entry/on-change.ts";
import { takeRightsAgain } from "../../functions/entry/rights-again.ts";
import { listForgotten } from "../../functions/ledger/forgotten-reads.ts";
import { verifyCertificate } from "../../functions/papers/verify-certificate.ts";
import type { Item } from "../../functions/platform/db.ts";
import type { LedgerDeps } from "../../functions/platform/deps.ts";
import { changeOf } from "../../functions/platform/stream-record.ts";
import { findLostMails } from "../../functions/undelivered/find-lost-mails.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { changeAddress } from "../support/address.ts";
import { bookSlot } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit, openAllDay } from "../support/builders.ts";
import { loadPack } from "../support/phones.ts";
import { registerAgain, registrationOf, withdraw } from "../support/registrations.ts";
import { restored } from "../support/restored.ts";
import { anInvited, enrolTotp } from "../support/second-step.ts";
import { aDesk, aTicket, scan } from "../support/tickets.ts";
import { must } from "../support/whole-season.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

/** The visit runs from 10:00 in Seoul, 01:00Z. */
const start = "2026-12-03T00:30:00.000Z";

let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(start);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "17:00" } });
  desk = await aDesk(world);
});
afterAll(() => world.close());
beforeEach(() => world.deps.clock.set(start));

type Copy = { items: Item[]; deps: LedgerDeps; mails: number };

/**
 * The table as it was before something happened, with all that had ended since ended again, twice: the second time nothing is left to do. Then what follows from its
 * stream, with the mails of it. `look` sees it before it is gone.
 */
const afterRestore = async <T>(happens: () => Promise<unknown>, look: (copy: Copy) => T | Promise<T>): Promise<T> => {
  await world.settle();
  const copied = await world.table.allItems();
  const since = world.deps.clock.now();
  world.deps.clock.forward(1);
  await happens();
  await world.settle();
  const copy = await restored(copied, world.table);
  const deps = { ...world.deps, db: copy.db };
  try {
    await copy.newRecords();
    await forgetListed(deps);
    await takeRightsAgain(deps, since);
    // Ids and codes: no name, no address, no words of staff.
    expect(JSON.stringify((await listForgotten(deps.ledger)).filter(isEnded))).not.toMatch(/[가-힣]|@|010-/);
    const once = await copy.allItems();
    await forgetListed(deps);
    expect(await copy.allItems()).toEqual(once);
    const before = world.office.ses.mailbox.list().length;
    for (let records = await copy.newRecords(); records.length > 0; records = await copy.newRecords())
      for (const record of records) await onChange(deps, world.office.post, world.office.signer, changeOf(record));
    return await look({ items: await copy.allItems(), deps, mails: world.office.ses.mailbox.list().length - before });
  } finally {
    await copy.close();
  }
};

const only = (items: readonly Item[], type: string, about: string) => {
  const [found, ...others] = items.filter((item) => item.type === type && JSON.stringify([item.pk, item.sk, item]).includes(about));
  if (!found || others.length > 0) throw new Error(`${others.length + (found ? 1 : 0)} of ${type} ${about}`);
  return found;
};
const accountIdOf = async (browser: Browser): Promise<string> => (await world.get("GET /api/me", {}, browser)).accountId;
const personIdOf = async (browser: Browser): Promise<string> =>
  `${only(await world.table.allItems(), "account", await accountIdOf(browser)).personId}`;

describe("in a table from before, what had ended by then has ended again:", () => {
  test("a registration that was taken back, with its seats; nobody is told once more, nor missed by those who look for lost mails", async () => {
    const { seeker } = await aTicket(world, visit);
    const bookingId = anId("bkg");
    const slotId = visit.slots[0] ?? "";
    await must(bookSlot(world, visit, slotId, seeker, bookingId));
    const { registrationId } = await registrationOf(world, visit, seeker);
    await afterRestore(
      () => must(withdraw(world, visit, seeker)),
      async ({ items, deps, mails }) => {
        expect(only(items, "registration", registrationId).withdrawnAt).toBeTruthy();
        expect(only(items, "agenda", registrationId).bookings).toMatchObject({ [bookingId]: { state: "cancelled_by_person" } });
        expect(only(items, "slot", slotId).takers).toEqual({});
        expect(items.filter((item) => item.type === "ticket" && item.registrationId === registrationId)).toMatchObject([
          { status: "cancelled" },
        ]);
        expect(mails).toBe(0);
        world.deps.clock.set(addMinutes(deps.clock.now(), 26 * 60));
        expect(await findLostMails(deps)).toBe(0);
        expect(only(items, "agenda", registrationId).withdrawals).toMatchObject([{ isTold: true }]);
      },
    );
  });

  test("one that was made again after it was taken back, and is in the copy, stays", async () => {
    const { seeker } = await aTicket(world, visit);
    const { registrationId } = await registrationOf(world, visit, seeker);
    await must(withdraw(world, visit, seeker));
    world.deps.clock.forward(1);
    await must(registerAgain(world, visit, seeker));
    await afterRestore(
      async () => {},
      ({ items }) => expect(only(items, "registration", registrationId).withdrawnAt).toBeUndefined(),
    );
  });

  /** Somebody with the certificate of an interview that they came to; the clock stands after the visit. */
  const aCertified = async (slot: number) => {
    const ticket = await aTicket(world, visit);
    const subjectId = anId("bkg");
    await must(bookSlot(world, visit, visit.slots[slot] ?? "", ticket.seeker, subjectId));
    await must(scan(world, visit, { token: ticket.token }, desk));
    const { registrationId } = await registrationOf(world, visit, ticket.seeker);
    world.deps.clock.set("2026-12-03T08:05:00.000Z");
    const { issued } = await world.get("PUT /api/papers/me/certificates/{subjectId}", { params: { subjectId } }, ticket.seeker);
    return { seeker: ticket.seeker, subjectId, code: issued?.code ?? "", whom: { visitId: visit.visitId, registrationId } };
  };
  const standing = (deps: LedgerDeps, code: string) => verifyCertificate(deps, { code, ip: "198.51.100.7" });

  test("a certificate that staff made invalid, and that its person may not renew", async () => {
    const { subjectId, code, whom } = await aCertified(1);
    const late = await aDesk(world);
    const body = { code, reason: "다른 사람의 이름으로 발급됨", mayRenew: false };
    await afterRestore(
      () => world.get("POST /api/papers/visits/{visitId}/people/{registrationId}/revocations", { params: whom, body }, late),
      async ({ items, deps }) => {
        expect(await standing(deps, code)).toMatchObject({ value: { standing: "revoked" } });
        expect(only(items, "certificate", subjectId).revoked).toMatchObject({ mayRenew: false, byId: await accountIdOf(late) });
        expect(JSON.stringify(items)).not.toContain(body.reason);
      },
    );
  });

  test("a certificate that another replaced: the paper of before holds no longer, and its person may make a new one", async () => {
    const { seeker, subjectId, code } = await aCertified(2);
    await afterRestore(
      async () => {
        const body = { name: "김하람", birthYear: 1968, phone: "010-0000-0101", locale: "ko" };
        await world.get("PUT /api/me/details", { body }, seeker);
        await world.get("POST /api/papers/me/certificates/{subjectId}/reissue", { params: { subjectId }, body: { seen: code } }, seeker);
      },
      async ({ items, deps }) => {
        expect(await standing(deps, code)).toMatchObject({ value: { standing: "revoked" } });
        expect(only(items, "certificate", subjectId).revoked).toMatchObject({ mayRenew: true });
      },
    );
  });

  test("a ticket in whose place another was made, and the key of a visit that may be known to others", async () => {
    const { seeker } = await aTicket(world, visit);
    const { registrationId } = await registrationOf(world, visit, seeker);
    const params = { visitId: visit.visitId };
    await afterRestore(
      async () => {
        await world.get("POST /api/me/visits/{visitId}/ticket/renewal", { params, body: { seen: 1 } }, seeker);
        await world.get("POST /api/staff/visits/{visitId}/ticket-keys", { params }, visit.manager);
      },
      ({ items, mails }) => {
        expect(items.filter((item) => item.type === "ticket" && item.registrationId === registrationId)).toMatchObject([{ gen: 2 }]);
        const kids = items.flatMap((item) => (item.type === "visit-key" && item.pk.includes(visit.visitId) ? [item.kid] : []));
        expect(kids).toEqual(expect.arrayContaining([0, 1]));
        // The new code goes to its person, since the table knows no other.
        expect(mails).toBe(1);
      },
    );
  });

  test("a phone that was reported lost; others go on", async () => {
    // Whoever was signed in on it no longer is.
    const loser = await aDesk(world);
    for (const deviceId of ["phone-lost-001", "phone-kept-001"]) await loadPack(world, visit, loser, deviceId);
    const params = { visitId: visit.visitId, deviceId: "phone-lost-001" };
    const body = { reason: "버스에서 잃어버림" };
    await afterRestore(
      () => world.get("POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation", { params, body }, visit.manager),
      ({ items }) => {
        expect(only(items, "device", "phone-lost-001").revokedAt).toBeTruthy();
        expect(only(items, "device", "phone-kept-001").revokedAt).toBeUndefined();
      },
    );
  });

  test("an invitation that was taken back, or used by somebody who was removed since", async () => {
    const { employerId, employer } = visit;
    const invite = async (mail: string): Promise<string> => {
      const invitationId = anId("inv");
      const key = "PUT /api/employers/{employerId}/invitations/{invitationId}";
      await world.get(key, { params: { employerId, invitationId }, body: { mail } }, employer);
      return invitationId;
    };
    const aMail = (): string => `${anId("m").toLowerCase()}@solbeodeul.example.com`;
    const usedBy = aMail();
    const [taken, used, open] = [await invite(aMail()), await invite(usedBy), await invite(aMail())];
    await afterRestore(
      async () => {
        const params = { employerId, invitationId: taken };
        await world.get("DELETE /api/employers/{employerId}/invitations/{invitationId}", { params }, employer);
        const colleague = await world.signIn(usedBy);
        const key = "POST /api/employers/{employerId}/invitations/{invitationId}/acceptance";
        await world.get(key, { params: { employerId, invitationId: used } }, colleague);
        const gone = { employerId, accountId: await accountIdOf(colleague) };
        await world.get("POST /api/employers/{employerId}/members/{accountId}/removal", { params: gone }, employer);
      },
      ({ items }) => {
        const left = items.filter(({ type }) => type === "invitation").map(({ invitationId }) => invitationId);
        expect([taken, used, open].filter((id) => left.includes(id))).toEqual([open]);
      },
    );
  });

  test("an address that somebody left for another opens nothing of theirs until they say who they are, and mail to it names nobody", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const [accountId, personId] = [await accountIdOf(seeker), await personIdOf(seeker)];
    const other = await aSeeker(world, visit.visitId);
    const kept = await accountIdOf(other);
    await afterRestore(
      async () => {
        await changeAddress(world, `${anId("new").toLowerCase()}@example.com`, seeker);
      },
      ({ items, mails }) => {
        expect(only(items, "account", accountId)).toMatchObject({ mail: seeker.mail, isUnproven: true });
        expect(items.find((item) => item.type === "person" && item.personId === personId)).toMatchObject({ mailUnproven: true });
        expect(only(items, "account", kept).isUnproven).toBeUndefined();
        expect(mails).toBe(0);
      },
    );
  });

  test("recovery codes of which one was used, or that others replaced; those that were made since stay", async () => {
    const [used, remade] = await Promise.all([anInvited(world), anInvited(world)]);
    const [first, second] = [await enrolTotp(world, used), await enrolTotp(world, remade)];
    const [usedId, remadeId] = [await accountIdOf(used), await accountIdOf(remade)];
    expect(second.recoveryCodes).toHaveLength(10);
    const codesOf = (items: readonly Item[], id: string) => items.filter((item) => item.type === "recovery-codes" && item.accountId === id);
    const act = async () => {
      await world.get("POST /api/second-step/recovery-codes", {}, remade);
      await world.get("POST /api/second-step/proofs/recovery-code", { body: { code: first.recoveryCodes?.[0] ?? "" } }, used);
    };
    await afterRestore(act, ({ items }) => {
      expect(codesOf(items, usedId)).toEqual([]);
      expect(codesOf(items, remadeId)).toEqual([]);
    });
    await afterRestore(
      async () => {},
      ({ items }) => expect(codesOf(items, remadeId)).toHaveLength(1),
    );
  });

  test("two who were found to be two, and had been made one", async () => {
    const name = anId("이름");
    const [a, b] = [await aSeeker(world, visit.visitId, { name }), await aSeeker(world, visit.visitId, { name })];
    const [one, other] = [await personIdOf(a), await personIdOf(b)];
    const say = (what: "merges" | "separations") =>
      world.get(
        `POST /api/staff/visits/{visitId}/same-people/${what}`,
        { params: { visitId: visit.visitId }, body: { one, other, reason: "신분증 확인" } },
        desk,
      );
    await say("merges");
    await afterRestore(
      () => say("separations"),
      ({ items }) => {
        const people = items.filter((item) => item.type === "person" && [one, other].includes(`${item.personId}`));
        expect(people.map(({ mergedInto }) => mergedInto)).toEqual([undefined, undefined]);
      },
    );
  });
});
