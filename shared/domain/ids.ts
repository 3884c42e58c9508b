import * as z from "zod/mini";

/**
 * Ids are prefixed ULIDs in Crockford's base 32: sortable by time, safe in URLs, telling what they name.
 * A registration's id has the same form but is derived from visit and person, see `registration-id.ts`.
 */
const prefixedId = <Prefix extends string>(prefix: Prefix) =>
  z
    .string()
    .check(z.regex(new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`), { error: "id-format" }))
    .brand<Prefix>();

export const AccountId = prefixedId("acc");
export type AccountId = z.infer<typeof AccountId>;
export const PersonId = prefixedId("psn");
export type PersonId = z.infer<typeof PersonId>;
export const VisitId = prefixedId("vis");
export type VisitId = z.infer<typeof VisitId>;
export const EmployerId = prefixedId("emp");
export type EmployerId = z.infer<typeof EmployerId>;
export const PostingId = prefixedId("pst");
export type PostingId = z.infer<typeof PostingId>;
export const SlotRequestId = prefixedId("srq");
export type SlotRequestId = z.infer<typeof SlotRequestId>;
/**
 * A slot is named by the request that it came of and its number in it: `slt_<ULID of the request>-07`. So a list of slots need not spell ids out,
 * and approving a request twice meets the same keys.
 */
export const SlotId = z
  .string()
  .check(z.regex(/^slt_[0-9A-HJKMNP-TV-Z]{26}-[0-9]{2}$/, { error: "id-format" }))
  .brand<"slt">();
export type SlotId = z.infer<typeof SlotId>;
/** A slot's number in its request: "00" … "99". */
export const SlotNo = z.string().check(z.regex(/^[0-9]{2}$/, { error: "id-format" }));
export type SlotNo = z.infer<typeof SlotNo>;
export const slotIdOf = (requestId: SlotRequestId, no: SlotNo): SlotId => `slt_${requestId.slice(4)}-${no}` as SlotId;
export const slotNoOf = (slotId: SlotId): SlotNo => slotId.slice(-2);
export const RegistrationId = prefixedId("reg");
export type RegistrationId = z.infer<typeof RegistrationId>;
export const BookingId = prefixedId("bkg");
export type BookingId = z.infer<typeof BookingId>;
export const WaitId = prefixedId("wai");
export type WaitId = z.infer<typeof WaitId>;
export const OfferId = prefixedId("off");
export type OfferId = z.infer<typeof OfferId>;
export const ApplicationId = prefixedId("apl");
export type ApplicationId = z.infer<typeof ApplicationId>;
export const PlanId = prefixedId("pln");
export type PlanId = z.infer<typeof PlanId>;
export const PairingId = prefixedId("prg");
export type PairingId = z.infer<typeof PairingId>;
export const InvitationId = prefixedId("inv");
export type InvitationId = z.infer<typeof InvitationId>;
export const ConsultationId = prefixedId("con");
export type ConsultationId = z.infer<typeof ConsultationId>;
export const FollowUpId = prefixedId("fup");
export type FollowUpId = z.infer<typeof FollowUpId>;
export const PartnerLinkId = prefixedId("lnk");
export type PartnerLinkId = z.infer<typeof PartnerLinkId>;
export const InquiryId = prefixedId("inq");
export type InquiryId = z.infer<typeof InquiryId>;
export const TalkId = prefixedId("tlk");
export type TalkId = z.infer<typeof TalkId>;
export const ConcernId = prefixedId("ccn");
export type ConcernId = z.infer<typeof ConcernId>;
export const LeadId = prefixedId("lea");
export type LeadId = z.infer<typeof LeadId>;
export const LeadContactId = prefixedId("lco");
export type LeadContactId = z.infer<typeof LeadContactId>;
export const LeadSourceId = prefixedId("lso");
export type LeadSourceId = z.infer<typeof LeadSourceId>;
export const AptitudeTestId = prefixedId("apt");
export type AptitudeTestId = z.infer<typeof AptitudeTestId>;
export const ReferralId = prefixedId("ref");
export type ReferralId = z.infer<typeof ReferralId>;
export const IncidentId = prefixedId("inc");
export type IncidentId = z.infer<typeof IncidentId>;
export const WebhookId = prefixedId("whk");
export type WebhookId = z.infer<typeof WebhookId>;
/** The same for one change, however often it is told, and to however many. */
export const FeedEventId = prefixedId("evt");
export type FeedEventId = z.infer<typeof FeedEventId>;
export const ApiKeyId = prefixedId("key");
export type ApiKeyId = z.infer<typeof ApiKeyId>;
export const SelectionId = prefixedId("sel");
export type SelectionId = z.infer<typeof SelectionId>;
export const ChallengeId = prefixedId("chl");
export type ChallengeId = z.infer<typeof ChallengeId>;
export const FactorId = prefixedId("fac");
export type FactorId = z.infer<typeof FactorId>;
/** A sign-in keeps its id through all its sessions. */
export const SignInId = prefixedId("sgn");
export type SignInId = z.infer<typeof SignInId>;

/** Places carry a readable slug, for example `dongbuk-cheongnyangni`. */
export const PlaceId = z
  .string()
  .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "id-format" }), z.maxLength(60))
  .brand<"place">();
export type PlaceId = z.infer<typeof PlaceId>;

/** A desk's short name within its visit: `d1` … `d99`. */
export const DeskId = z
  .string()
  .check(z.regex(/^d[1-9][0-9]?$/, { error: "id-format" }))
  .brand<"desk">();
export type DeskId = z.infer<typeof DeskId>;
