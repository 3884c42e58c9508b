import * as z from "zod/mini";
import { PartnerLinkId, RegistrationId, VisitId } from "../domain/ids.ts";
import { Partner, PartnerId, PartnerLinkDraft, PartnerLinkState, PartnerResult } from "../domain/partner.ts";
import { Instant, LocalDate } from "../domain/seoul-time.ts";
import { operations } from "./operation.ts";
import { AgreedVersion } from "./support.ts";

const managers = { staff: ["manager"] } as const;
const counsellors = { staff: ["counsellor"] } as const;
const atPerson = { visitId: VisitId, registrationId: RegistrationId };
const onLink = z.strictObject({ ...atPerson, linkId: PartnerLinkId });

/** That somebody was handed on to a partner, as it stands. */
export const PartnerLink = z.strictObject({
  linkId: PartnerLinkId,
  partnerId: PartnerId,
  /** What it is called and where it is called now, in use or not. */
  partner: z.pick(Partner, { nameKo: true, nameEn: true, phone: true }),
  /** Null once the consent was taken back. */
  what: z.nullable(z.string()),
  state: PartnerLinkState,
  agreedAt: Instant,
  /** By when the centre asks what came of it; null once that is known, or nobody asks any more. */
  dueOn: z.nullable(LocalDate),
  result: z.nullable(PartnerResult),
  byName: z.nullable(z.string()),
  version: z.int(),
});
export type PartnerLink = z.infer<typeof PartnerLink>;

/** With what the partner is told of somebody, as it is now. */
const Links = z.strictObject({
  name: z.string(),
  phone: z.nullable(z.string()),
  links: z.array(PartnerLink),
  /** To whom somebody can be handed on. */
  partners: z.array(Partner),
});
export type PartnerLinks = z.infer<typeof Links>;

const Partners = z.strictObject({ partners: z.array(Partner) });

/** Partners, and links to them (연계), with a consent for each. */
export const partnerLinkOperations = operations({
  "GET /api/office/visits/{visitId}/people/{registrationId}/partner-links": {
    summary: "To which partners somebody was handed on, the newest first, and what came of it. A look is logged.",
    who: counsellors,
    params: z.strictObject(atPerson),
    answers: { 200: Links },
    problems: [],
  },
  "PUT /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}": {
    summary:
      "Hand somebody on to a partner, after the consent was read to them and they gave it; asking what came of it stands on one's list from then on. Sent again it is the same.",
    who: counsellors,
    params: onLink,
    body: z.strictObject({ draft: PartnerLinkDraft, consentVersion: AgreedVersion }),
    answers: { 200: Links, 201: Links },
    problems: ["consent-outdated", "id-taken"],
  },
  "PUT /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}/result": {
    summary: "Say what came of it; asking for it leaves the list. Sent again it changes nothing.",
    who: counsellors,
    params: onLink,
    body: z.strictObject({ result: PartnerResult, seen: z.int().check(z.minimum(1), z.maximum(10_000)) }),
    answers: { 200: Links },
    problems: ["partner-link-changed"],
  },
  "POST /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}/withdrawal": {
    summary: "Take the consent back for somebody who asks for it. Sent again it changes nothing.",
    who: counsellors,
    params: onLink,
    answers: { 200: Links },
    problems: ["partner-link-changed"],
  },
  "GET /api/office/partners": {
    summary: "Every partner that there is or was. How many people were handed on is in the reports, by kind of partner.",
    who: managers,
    answers: { 200: Partners },
    problems: [],
  },
  "PUT /api/office/partners/{partnerId}": {
    summary: "Add a partner, correct it, or take it out of use: nobody is handed on to it from then on. Links that were made stay.",
    who: managers,
    params: z.strictObject({ partnerId: PartnerId }),
    body: z.omit(Partner, { partnerId: true }),
    answers: { 200: Partners },
    problems: [],
  },
  "POST /api/me/partner-links/{linkId}/withdrawal": {
    summary:
      "Take back that a partner is told of me: what was to be told is gone, and nobody asks there any more. Again it changes nothing.",
    who: "signed-in",
    params: z.strictObject({ linkId: PartnerLinkId }),
    answers: { 204: null },
    problems: ["partner-link-changed"],
  },
});
