import * as z from "zod/mini";

/**
 * Ids are prefixed ULIDs in Crockford's base 32: sortable by time, safe in URLs, telling what they name.
 * A registration's id has the same form but is derived from visit and person, see `registration-id.ts`.
 */
const idOf = <Prefix extends string>(prefix: Prefix) =>
  z
    .string()
    .check(z.regex(new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`), { error: "id-format" }))
    .brand<Prefix>();

export const AccountId = idOf("acc");
export type AccountId = z.infer<typeof AccountId>;
export const PersonId = idOf("psn");
export type PersonId = z.infer<typeof PersonId>;
export const VisitId = idOf("vis");
export type VisitId = z.infer<typeof VisitId>;
export const EmployerId = idOf("emp");
export type EmployerId = z.infer<typeof EmployerId>;
export const PostingId = idOf("pst");
export type PostingId = z.infer<typeof PostingId>;
export const SlotRequestId = idOf("srq");
export type SlotRequestId = z.infer<typeof SlotRequestId>;
export const SlotId = idOf("slt");
export type SlotId = z.infer<typeof SlotId>;
export const RegistrationId = idOf("reg");
export type RegistrationId = z.infer<typeof RegistrationId>;
export const BookingId = idOf("bkg");
export type BookingId = z.infer<typeof BookingId>;
export const ChallengeId = idOf("chl");
export type ChallengeId = z.infer<typeof ChallengeId>;

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
