import * as z from "zod/mini";
import { PairingId, PersonId, VisitId } from "../domain/ids.ts";
import { AssistedRegistration } from "../domain/registration.ts";
import { Instant } from "../domain/seoul-time.ts";
import { deskStaff, operations } from "./operation.ts";

const onVisit = z.strictObject({ visitId: VisitId });

/**
 * A device at the bus on which people register by themselves. It writes a registration and reads nothing: no answer tells whether anybody is known. It takes no mail
 * address, since whether one is taken would tell.
 */
const KioskRegistration = z.omit(AssistedRegistration, { mail: true });

/** The devices of a visit that were made kiosks, newest first. */
export const VisitKiosks = z.strictObject({
  /** Until when the last code that was given can make one, used or not; null where there is none that waits. */
  codeUntil: z.nullable(Instant),
  kiosks: z.array(
    z.strictObject({
      pairingId: PairingId,
      pairedAt: Instant,
      endedAt: z.nullable(Instant),
      /** Whether it writes anything now. */
      isLive: z.boolean(),
    }),
  ),
});
export type VisitKiosks = z.infer<typeof VisitKiosks>;

export const kioskOperations = operations({
  "POST /api/staff/visits/{visitId}/kiosk-codes": {
    summary: "A code that makes a device a kiosk of the visit: once, within 10 minutes, on the day of the visit.",
    who: deskStaff,
    params: onVisit,
    answers: { 201: z.strictObject({ code: z.string(), usableUntil: Instant }) },
    problems: ["visit-not-open", "visit-over", "not-visit-day"],
  },
  "GET /api/staff/visits/{visitId}/kiosks": {
    summary: "Which devices are kiosks of the visit.",
    who: deskStaff,
    params: onVisit,
    answers: { 200: VisitKiosks },
    problems: [],
  },
  "POST /api/staff/visits/{visitId}/kiosks/end": {
    summary:
      "End every kiosk of the visit, and every code that waits for one: from its next request on it writes nothing. They end with the visit by themselves. Sent again it answers the same.",
    who: deskStaff,
    params: onVisit,
    answers: { 200: VisitKiosks },
    problems: [],
  },
  "POST /api/kiosk/pairing": {
    summary: "Make this device a kiosk by the code that desk staff gave. Whoever is signed in on it is signed out. Answers of which visit.",
    who: "anyone",
    body: z.strictObject({ code: z.string().check(z.trim(), z.minLength(1, { error: "required" }), z.maxLength(40)) }),
    answers: { 200: onVisit },
    problems: ["pairing-code-unusable", "too-many-requests"],
  },
  "PUT /api/kiosk/registrations/{personId}": {
    summary: "Register somebody who stands at the kiosk. The device mints the id. Nothing is answered; sent again it does nothing more.",
    who: "kiosk",
    params: z.strictObject({ personId: PersonId }),
    body: KioskRegistration,
    answers: { 204: null },
    problems: ["consent-outdated", "visit-not-open", "visit-over", "too-young", "id-taken", "too-many-requests"],
  },
});
