/** Colleagues of an employer: invited by its owner, one address each. */
import { addMinutes, type Instant } from "./seoul-time.ts";

const usableDays = 7;
/** An employer has so many people at most, and so many invitations a day. */
export const mostMembers = 30;
export const invitationsADay = 10;

export const invitationUntil = (sentAt: Instant): Instant => addMinutes(sentAt, usableDays * 24 * 60);

/** Once, by whoever signs in with the address that it was sent to, before it expires. */
export const isUsable = ({ usableUntil, usedAt }: { usableUntil: Instant; usedAt?: Instant | undefined }, now: Instant): boolean =>
  usedAt === undefined && now < usableUntil;
