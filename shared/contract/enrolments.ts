import * as z from "zod/mini";
import { EnrolmentDraft } from "../domain/enrolment.ts";
import { RegistrationId, VisitId } from "../domain/ids.ts";
import { Instant, LocalDate } from "../domain/seoul-time.ts";
import { operations } from "./operation.ts";
import { AgreedVersion } from "./support.ts";

/** An enrolment as its person and staff see it: on today's day in Seoul. */
export const Enrolment = z.strictObject({
  draft: EnrolmentDraft,
  standing: z.enum(["submitted", "accepted", "expired"]),
  writtenAt: Instant,
  /** The day on which the centre accepted it; null while it has not. */
  acceptedOn: z.nullable(LocalDate),
  /** Its last day. */
  validUntil: z.nullable(LocalDate),
  /** Grows with each change; whoever changes it names the one that they saw. */
  version: z.int(),
});
export type Enrolment = z.infer<typeof Enrolment>;

/** The version that was on the screen; 0 where there was none. */
const seen = z.int().check(z.minimum(0), z.maximum(10_000));
const mine = z.strictObject({ enrolment: z.nullable(Enrolment) });
const onPerson = z.strictObject({ visitId: VisitId, registrationId: RegistrationId });
const written = z.strictObject({ draft: EnrolmentDraft, consentVersion: AgreedVersion, seen });

/** Enrolment (구직등록): what somebody looks for, three months long from when the centre accepts it. Booking never asks for it. */
export const enrolmentOperations = operations({
  "GET /api/me/enrolment": {
    summary: "What I wrote that I look for; null while there is nothing.",
    who: "signed-in",
    answers: { 200: mine },
    problems: [],
  },
  "PUT /api/me/enrolment": {
    summary: "Write what I look for, or change it. The centre accepts it at a visit. Sent again it changes nothing.",
    who: "signed-in",
    body: written,
    answers: { 200: Enrolment },
    problems: ["consent-outdated", "not-registered", "enrolment-changed"],
  },
  "POST /api/me/enrolment/renewal": {
    summary: "Go on looking: three months from today. Again on the same day it changes nothing.",
    who: "signed-in",
    answers: { 200: Enrolment },
    problems: ["not-enrolled"],
  },
  "DELETE /api/me/enrolment": {
    summary:
      "End it, whenever: what was written is gone. Referrals have a consent of their own and go on until that is taken back. Again it changes nothing.",
    who: "signed-in",
    answers: { 204: null },
    problems: [],
  },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/enrolment": {
    summary: "What somebody looks for; null while there is nothing. A look is logged.",
    who: { staff: ["desk", "counsellor"] },
    params: onPerson,
    answers: { 200: z.strictObject({ name: z.string(), enrolment: z.nullable(Enrolment) }) },
    problems: [],
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/enrolment": {
    summary: "Write it down for somebody, after the consent was read to them. With that it is accepted.",
    who: { staff: ["desk", "counsellor"] },
    params: onPerson,
    body: written,
    answers: { 200: Enrolment },
    problems: ["consent-outdated", "enrolment-changed"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/acceptance": {
    summary:
      "Accept what somebody wrote (직업안정법 제9조: nothing but what is unlawful may be refused). It holds for three months. Again it changes nothing.",
    who: { staff: ["desk", "counsellor"] },
    params: onPerson,
    answers: { 200: Enrolment },
    problems: ["not-enrolled"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/renewal": {
    summary: "Three more months from today, for somebody who asks for it.",
    who: { staff: ["desk", "counsellor"] },
    params: onPerson,
    answers: { 200: Enrolment },
    problems: ["not-enrolled"],
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/ending": {
    summary: "End it for somebody who asks for it: what was written is gone.",
    who: { staff: ["desk", "counsellor"] },
    params: onPerson,
    answers: { 204: null },
    problems: [],
  },
});
