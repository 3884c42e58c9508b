import * as z from "zod/mini";
import { RegistrationId, VisitId } from "../domain/ids.ts";
import { PersonEducation, Sex, StatisticsDraft } from "../domain/statistics.ts";
import { operations } from "./operation.ts";
import { AgreedVersion } from "./support.ts";

const said = z.strictObject({ draft: StatisticsDraft, consentVersion: AgreedVersion });
const onPerson = z.strictObject({ visitId: VisitId, registrationId: RegistrationId });
const helpers = { staff: ["desk", "counsellor"] } as const;

/** Sex and education, for reports alone. Staff write them down and read them nowhere. */
export const statisticsOperations = operations({
  "GET /api/me/statistics": {
    summary: "What I gave for reports; null while there is nothing.",
    who: "signed-in",
    answers: {
      200: z.strictObject({
        statistics: z.nullable(z.strictObject({ sex: z.optional(Sex), education: z.optional(PersonEducation) })),
      }),
    },
    problems: [],
  },
  "PUT /api/me/statistics": {
    summary: "Give it, or change it: what is left out is taken away. Reports count it and name nobody.",
    who: "signed-in",
    body: said,
    answers: { 204: null },
    problems: ["consent-outdated", "not-registered"],
  },
  "DELETE /api/me/statistics": {
    summary: "Take it back, whenever: it is gone, and no report to come counts it. Again it changes nothing.",
    who: "signed-in",
    answers: { 204: null },
    problems: [],
  },
  "PUT /api/office/visits/{visitId}/people/{registrationId}/statistics": {
    summary: "Write it down for somebody, after the consent was read to them.",
    who: helpers,
    params: onPerson,
    body: said,
    answers: { 204: null },
    problems: ["consent-outdated"],
  },
  "DELETE /api/office/visits/{visitId}/people/{registrationId}/statistics": {
    summary: "Take it back for somebody who asks for it. Again it changes nothing.",
    who: helpers,
    params: onPerson,
    answers: { 204: null },
    problems: [],
  },
});
