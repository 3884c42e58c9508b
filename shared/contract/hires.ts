import * as z from "zod/mini";
import { ReferralId, RegistrationId, VisitId } from "../domain/ids.ts";
import { HiredByReferral } from "../domain/placement.ts";
import { operations } from "./operation.ts";

/** Hires by an employer to which somebody was referred, whom it met away from the bus (사후 알선 취업). */
export const hireOperations = operations({
  "PUT /api/office/visits/{visitId}/people/{registrationId}/referrals/{referralId}/hire": {
    summary:
      "Confirm that the employer of a referral hired somebody without an interview at the bus; opens checks after one, three and six months. Sent again it changes nothing.",
    who: { staff: ["counsellor"] },
    params: z.strictObject({ visitId: VisitId, registrationId: RegistrationId, referralId: ReferralId }),
    body: HiredByReferral,
    answers: { 204: null },
    problems: ["referral-changed", "already-placed"],
  },
});
