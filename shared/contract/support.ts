import * as z from "zod/mini";
import { BookingId, EmployerId, RegistrationId, VisitId } from "../domain/ids.ts";
import { Instant } from "../domain/seoul-time.ts";
import { Need, Needs, SupportGroup, SupportGroups } from "../domain/support.ts";
import { operations } from "./operation.ts";

/** Answers with when they were given and to which text. */
const given = { at: Instant, version: z.string() };

/** What I need, what I belong to if I said so, and which employers may know. */
export const MySupport = z.strictObject({
  needs: z.nullable(z.strictObject({ codes: z.array(Need), ...given })),
  groups: z.nullable(z.strictObject({ codes: z.array(SupportGroup), ...given })),
  interviews: z.array(
    z.strictObject({
      visitId: VisitId,
      bookingId: BookingId,
      startsAt: Instant,
      employerNameKo: z.string(),
      employerNameEn: z.nullable(z.string()),
      shared: z.nullable(z.array(Need)),
    }),
  ),
});
export type MySupport = z.infer<typeof MySupport>;

/** The same of somebody whom staff help, at one visit: groups are not for them to read. */
export const HelpedSupport = z.strictObject({ needs: MySupport.shape.needs, interviews: MySupport.shape.interviews });
export type HelpedSupport = z.infer<typeof HelpedSupport>;

export const AgreedVersion = z.string().check(z.minLength(1, { error: "not-agreed" }), z.maxLength(20));
const onInterview = z.strictObject({ visitId: VisitId, bookingId: BookingId });
const onPerson = z.strictObject({ visitId: VisitId, registrationId: RegistrationId });

/** Support: asked as needs, each answer with a consent of its own, seen by few (`PRIVACY-SECURITY.md` 3). */
export const supportOperations = operations({
  "GET /api/me/support": {
    summary: "What I need, what I belong to if I said so, and which employers may know.",
    who: "signed-in",
    answers: { 200: MySupport },
    problems: [],
  },
  "PUT /api/me/support/needs": {
    summary:
      "Say what I need. Seen by the desk and the counsellors of a visit that I come to. Anew, it takes the place of what I said before.",
    who: "signed-in",
    body: z.strictObject({ needs: Needs, consentVersion: AgreedVersion }),
    answers: { 204: null },
    problems: ["consent-outdated", "not-registered"],
  },
  "DELETE /api/me/support/needs": {
    summary: "Take back what I need, and with it what employers may know.",
    who: "signed-in",
    answers: { 204: null },
    problems: [],
  },
  "PUT /api/me/support/groups": {
    summary: "Say which groups I belong to, if I want. Seen by my counsellor alone.",
    who: "signed-in",
    body: z.strictObject({ groups: SupportGroups, consentVersion: AgreedVersion }),
    answers: { 204: null },
    problems: ["consent-outdated", "not-registered"],
  },
  "DELETE /api/me/support/groups": {
    summary: "Take that back.",
    who: "signed-in",
    answers: { 204: null },
    problems: [],
  },
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}/needs-share": {
    summary: "Let the employer of one interview know some of what I need.",
    who: "signed-in",
    params: onInterview,
    body: z.strictObject({ needs: Needs, consentVersion: AgreedVersion }),
    answers: { 204: null },
    problems: ["consent-outdated", "not-registered"],
  },
  "DELETE /api/me/visits/{visitId}/bookings/{bookingId}/needs-share": {
    summary: "Take that back: the employer sees it no more.",
    who: "signed-in",
    params: onInterview,
    answers: { 204: null },
    problems: [],
  },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/needs": {
    summary:
      "What somebody needs who comes to this visit, until the day after it, null for who said nothing; and whether you are the counsellor who may see groups. A look is logged.",
    who: { staff: ["desk", "counsellor"] },
    params: onPerson,
    answers: { 200: z.strictObject({ needs: z.nullable(z.array(Need)), seesGroups: z.boolean() }) },
    problems: [],
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/needs": {
    summary:
      "Write down what somebody says they need, at the desk or on the telephone, after the consent was read to them. In the place of what they said before.",
    who: { staff: ["desk", "counsellor"] },
    params: onPerson,
    body: z.strictObject({ needs: Needs, consentVersion: AgreedVersion }),
    answers: { 204: null },
    problems: ["consent-outdated", "not-registered"],
  },
  "DELETE /api/staff/visits/{visitId}/people/{registrationId}/needs": {
    summary: "Take back what somebody needs, who asks for it, and with it what employers may know.",
    who: { staff: ["desk", "counsellor"] },
    params: onPerson,
    answers: { 204: null },
    problems: [],
  },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/groups": {
    summary:
      "Groups that somebody named, for the counsellor with whom they have a time at this visit; 404 for everybody else. A look is logged.",
    who: { staff: ["counsellor"] },
    params: onPerson,
    answers: { 200: z.strictObject({ groups: z.nullable(z.array(SupportGroup)) }) },
    problems: [],
  },
  "GET /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs": {
    summary: "What somebody shared of their needs for an interview with this employer; 404 where nothing was. A look is logged.",
    who: "employer-member",
    params: z.strictObject({ employerId: EmployerId, visitId: VisitId, registrationId: RegistrationId, bookingId: BookingId }),
    answers: { 200: z.strictObject({ needs: z.array(Need) }) },
    problems: [],
  },
});
