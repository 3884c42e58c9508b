import * as z from "zod/mini";
import { Application, ApplicationSummary } from "../domain/application.ts";
import { ApplicationId, EmployerId, PostingId, RegistrationId, SlotId, VisitId } from "../domain/ids.ts";
import { Instant } from "../domain/seoul-time.ts";
import { ApplicationState } from "../domain/states.ts";
import { operations } from "./operation.ts";

/** An application as the employer reads it: no name before the interview, no summary once the consent is withdrawn. */
export const ApplicationRow = z.strictObject({
  applicationId: ApplicationId,
  registrationId: RegistrationId,
  postingId: PostingId,
  state: ApplicationState,
  appliedAt: Instant,
  summary: z.nullable(ApplicationSummary),
  /** The interview that came of it. */
  startsAt: z.nullable(Instant),
});
export type ApplicationRow = z.infer<typeof ApplicationRow>;

const onApplication = z.strictObject({ visitId: VisitId, applicationId: ApplicationId });

export const applicationOperations = operations({
  "PUT /api/me/visits/{visitId}/applications/{applicationId}": {
    summary: "Apply for a screened interview, consenting for its employer. It holds no seat and no time. Sent again it answers the same.",
    who: "signed-in",
    params: onApplication,
    body: z.strictObject({ postingId: PostingId, summary: ApplicationSummary, consentVersion: z.string().check(z.maxLength(20)) }),
    answers: { 200: Application, 201: Application },
    problems: [
      "visit-not-open",
      "not-registered",
      "consent-outdated",
      "booking-closed",
      "no-screened-times",
      "already-applied",
      "application-withdrawn",
      "id-taken",
      "too-many-requests",
    ],
  },
  "DELETE /api/me/visits/{visitId}/applications/{applicationId}": {
    summary: "Withdraw an application, and with it the consent; the employer sees it no longer. Sent again it answers the same.",
    who: "signed-in",
    params: onApplication,
    answers: { 200: Application },
    problems: ["already-decided"],
  },
  "GET /api/employers/{employerId}/visits/{visitId}/applications": {
    summary: "Who applied for the employer's screened interviews at a visit, in order of application.",
    who: "employer-member",
    params: z.strictObject({ employerId: EmployerId, visitId: VisitId }),
    answers: { 200: z.strictObject({ decideBy: Instant, applications: z.array(ApplicationRow) }) },
    problems: [],
  },
  "POST /api/employers/{employerId}/visits/{visitId}/applications/{applicationId}/decision": {
    summary: "Accept somebody into a time, which seats them at once and can still fail, or decline. Decided once.",
    who: "employer-member",
    params: z.strictObject({ employerId: EmployerId, visitId: VisitId, applicationId: ApplicationId }),
    body: z.discriminatedUnion("decision", [
      z.strictObject({ decision: z.literal("accept"), slotId: SlotId }),
      z.strictObject({ decision: z.literal("decline") }),
    ]),
    answers: { 200: ApplicationRow },
    problems: [
      "already-decided",
      "application-withdrawn",
      "visit-not-open",
      "slot-full",
      "slot-withdrawn",
      "already-started",
      "times-overlap",
      "interview-limit",
      "too-many-requests",
    ],
  },
});
