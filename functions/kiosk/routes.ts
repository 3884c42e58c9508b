import type { kioskOperations } from "../../shared/contract/kiosk.ts";
import { done, refuse } from "../../shared/problem/catalogue.ts";
import { giveCode, openToPair } from "../pairing/pairing-code.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { countWithin, secondsLeftOf } from "../platform/limits.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { sessionCookie, tableCookie } from "../platform/serve.ts";
import { transact } from "../platform/transact.ts";
import { registerForPerson } from "../registrations/register-for-visit.ts";
import { clearCookie, setKioskCookie } from "../sign-in/cookies.ts";
import { dropSession } from "../sign-in/session-writes.ts";
import { pairKiosk } from "./pair-kiosk.ts";
import { endKiosks, showKiosks } from "./visit-kiosks.ts";

/** As many as people can stand in line for one device. */
const perKiosk = { minutes: 10, max: 40 };

export const kioskRoutes = (deps: LedgerDeps, pepper: string): Handlers<typeof kioskOperations> => ({
  "POST /api/staff/visits/{visitId}/kiosk-codes": async ({ params, actor }) => {
    const { visitId } = params;
    const open = await openToPair(deps, visitId);
    return open.ok ? reply(201, await giveCode(deps, pepper, "kiosk", { visitId, givenBy: actor.accountId })) : open;
  },
  "GET /api/staff/visits/{visitId}/kiosks": async ({ params }) => {
    const shown = await showKiosks(deps, params.visitId);
    return shown.ok ? reply(200, shown.value) : shown;
  },
  "POST /api/staff/visits/{visitId}/kiosks/end": async ({ params }) => {
    const ended = await endKiosks(deps, params.visitId);
    return ended.ok ? reply(200, ended.value) : ended;
  },
  "POST /api/kiosk/pairing": async ({ body, ip, actor }) => {
    const paired = await pairKiosk(deps, pepper, { ...body, ip });
    if (!paired.ok) return paired;
    // Whatever could be read on the device before cannot be any more.
    if (actor) await transact(deps.db, { session: dropSession(actor.accountId, actor.sessionHash) });
    const cookies = [setKioskCookie(paired.value.cookie), clearCookie(sessionCookie), clearCookie(tableCookie)];
    return done({ status: 200, body: { visitId: paired.value.visitId }, cookies });
  },
  "PUT /api/kiosk/registrations/{personId}": async ({ params: { personId }, body, actor }) => {
    const { visitId, kioskId, givenBy } = actor;
    const now = deps.clock.now();
    const counted = await transact(deps.db, { kiosk: countWithin("kiosk", perKiosk, kioskId, now) });
    if (!counted.ok) return refuse("too-many-requests", { retryAfterSeconds: secondsLeftOf(perKiosk, now) });
    const whose = async () => ({ personId });
    const registered = await registerForPerson(deps, { visitId, form: body, staffId: givenBy, did: "registered-at-kiosk", whose });
    return registered.ok ? reply(204, undefined) : registered;
  },
});
