/** Whom passkeys are made for: one origin, and the host in it. A page of another address can neither make nor use them. */
export type RelyingParty = { id: string; origin: string; name: string };

export const relyingPartyOf = (origin: string): RelyingParty => ({ id: new URL(origin).hostname, origin, name: "Jobstop" });
