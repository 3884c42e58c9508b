import type { helpedDataOperations, MyExport, myDataOperations } from "../../shared/contract/my-data.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import { listConsents } from "../consents/list-consents.ts";
import { addToLedger, byAccount } from "../ledger/ledger-writes.ts";
import { readAccessToMe } from "../ledger/read-access-to-me.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { sessionCookie } from "../platform/serve.ts";
import { erasePerson } from "../registrations/erase-person.ts";
import { listLockedForms } from "../registrations/erasure-reads.ts";
import type { PersonWithMail } from "../registrations/person-items-reads.ts";
import { withdrawConsents } from "../registrations/withdraw-consent.ts";
import { clearCookie } from "../sign-in/cookies.ts";
import { isFreshSignIn } from "../sign-in/session-reads.ts";
import { shareForThem, showNeedsHere, takeBackForThem, takeBackShareForThem } from "../support/assist-support.ts";
import { openedCodes, type SupportKeys } from "../support/support-reads.ts";
import { correctMe } from "./correct-me.ts";
import { findHelped, noteHelp } from "./help-person.ts";
import { type Opens, recordsOf } from "./person-records.ts";

/** Every page of who saw a person's data. */
const everyAccess = async (deps: LedgerDeps, personId: PersonId): Promise<MyExport["access"]> => {
  const access: MyExport["access"] = [];
  for (let before: string | undefined; ; ) {
    const { rows, next } = await readAccessToMe(deps, { personId, before });
    access.push(...rows);
    if (next === null) return access;
    before = next;
  }
};

/** Everything that is kept of somebody. */
const exportOf = async (deps: LedgerDeps, whose: PersonWithMail, opens: Opens): Promise<MyExport> => {
  const { personId } = whose;
  const [records, consents, access] = await Promise.all([
    recordsOf(deps.db, whose, opens),
    listConsents(deps, personId),
    everyAccess(deps, personId),
  ]);
  return { madeAt: deps.clock.now(), ...records, consents, access };
};

/** Staff who hand somebody their data see what they need, and that they named groups, but not which: these are for their counsellor alone. */
const needsOnly =
  (keys: SupportKeys): Opens =>
  (item) =>
    item.type === "support-groups" ? undefined : openedCodes(keys, item);

export const myDataRoutes = (deps: LedgerDeps, keys: SupportKeys): Handlers<typeof myDataOperations> => ({
  "GET /api/me/export": async ({ actor }) => {
    const all = await exportOf(deps, actor, (item) => openedCodes(keys, item));
    const name = `jobstop-${seoulDateOf(all.madeAt)}.json`;
    return reply(200, all, { headers: { "content-disposition": `attachment; filename="${name}"` } });
  },
  "POST /api/me/erasure": async ({ actor }) => {
    if (!isFreshSignIn(actor.session, deps.clock.now())) return refuse("fresh-sign-in-needed");
    const { personId, mail, accountId } = actor;
    return reply(200, await erasePerson(deps, { personId, mail, accountId, wantedBy: "person" }), {
      cookies: [clearCookie(sessionCookie)],
    });
  },
  "PUT /api/me/details": async ({ body, actor }) => {
    const corrected = await correctMe(deps, actor.personId, body);
    return corrected.ok ? reply(204, undefined) : corrected;
  },
  "GET /api/me/consents": async ({ actor }) => reply(200, await listConsents(deps, actor.personId)),
  "POST /api/me/consents/{employerId}/withdrawal": async ({ params, actor }) => {
    const isKnown = await withdrawConsents(deps, actor.personId, params.employerId);
    return isKnown ? reply(200, await listConsents(deps, actor.personId)) : refuse("not-found");
  },
});

export const helpedDataRoutes = (deps: LedgerDeps, keys: SupportKeys): Handlers<typeof helpedDataOperations> => {
  const supportHere = async (whom: Parameters<typeof showNeedsHere>[1]) => {
    const shown = await showNeedsHere({ ...deps, keys }, whom);
    return shown.ok ? reply(200, shown.value) : shown;
  };
  return {
    "POST /api/staff/visits/{visitId}/people/{registrationId}/export": async ({ params, body: { reason }, actor }) => {
      const person = await findHelped(deps, params);
      if (!person.ok) return person;
      await noteHelp(deps, params, "exported", { staffId: actor.accountId, reason });
      return reply(200, await exportOf(deps, { personId: person.value.personId }, needsOnly(keys)));
    },
    "POST /api/staff/visits/{visitId}/people/{registrationId}/erasure": async ({ params, body: { reason }, actor, ip }) => {
      const person = await findHelped(deps, params);
      if (!person.ok) return person;
      const { ledger, clock, ids } = deps;
      await noteHelp(deps, params, "erased", { staffId: actor.accountId, reason });
      await addToLedger(ledger, { at: clock.now(), kind: "erased", ...byAccount({ actor, ip }), ...params, reason }, ids.mint("log"));
      return reply(200, await erasePerson(deps, { personId: person.value.personId, wantedBy: "centre" }));
    },
    "GET /api/staff/visits/{visitId}/people/{registrationId}/consents": async ({ params }) => {
      const person = await findHelped(deps, params);
      return person.ok ? reply(200, await listConsents(deps, person.value.personId)) : person;
    },
    "POST /api/staff/visits/{visitId}/people/{registrationId}/consents/{employerId}/withdrawal": async ({
      params,
      body: { reason },
      actor,
    }) => {
      const person = await findHelped(deps, params);
      if (!person.ok) return person;
      const { personId } = person.value;
      const isKnown = await withdrawConsents(deps, personId, params.employerId, { staffId: actor.accountId, reason });
      return isKnown ? reply(200, await listConsents(deps, personId)) : refuse("not-found");
    },
    "POST /api/staff/visits/{visitId}/people/{registrationId}/support/{answer}/withdrawal": async ({ params, body: { reason }, actor }) => {
      const person = await findHelped(deps, params);
      if (!person.ok) return person;
      const { personId } = person.value;
      await takeBackForThem({ ...deps, keys }, { ...params, personId, staffId: actor.accountId, reason });
      return reply(200, await listConsents(deps, personId));
    },
    "GET /api/staff/visits/{visitId}/people/{registrationId}/support": async ({ params }) => {
      const person = await findHelped(deps, params);
      return person.ok ? supportHere(params) : person;
    },
    "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs-share": async ({ params, body, actor, locale }) => {
      const person = await findHelped(deps, params);
      if (!person.ok) return person;
      const { needs: codes, consentVersion, reason } = body;
      const helping = { ...params, staffId: actor.accountId, reason, locale };
      const shared = await shareForThem({ ...deps, keys }, helping, { codes, consentVersion });
      return shared.ok ? supportHere(params) : shared;
    },
    "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs-share/withdrawal": async ({
      params,
      body: { reason },
      actor,
    }) => {
      const person = await findHelped(deps, params);
      if (!person.ok) return person;
      const takenBack = await takeBackShareForThem({ ...deps, keys }, { ...params, staffId: actor.accountId, reason });
      return takenBack.ok ? supportHere(params) : takenBack;
    },
    "GET /api/staff/visits/{visitId}/people/{registrationId}/access-log": async ({ params, query: { before } }) => {
      const person = await findHelped(deps, params);
      return person.ok ? reply(200, await readAccessToMe(deps, { personId: person.value.personId, before })) : person;
    },
    "POST /api/staff/locked-forms": async ({ body: { month, reason }, actor, ip }) => {
      const { db, ledger, clock, ids } = deps;
      const forms = await listLockedForms(db, month);
      const opened = {
        at: clock.now(),
        kind: "locked-opened",
        ...byAccount({ actor, ip }, "manager"),
        reason,
        people: forms.length,
      } as const;
      await addToLedger(ledger, opened, ids.mint("log"));
      return reply(200, {
        forms: forms.map(({ lockedOn, keptUntil, name, birthYear, registrations }) => ({
          lockedOn,
          keptUntil,
          name,
          birthYear,
          registrations,
        })),
      });
    },
  };
};
