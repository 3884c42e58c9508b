import type { PublicEmployer, PublicPosting, PublicSlot, PublicVisitDetail } from "../../../../shared/contract/public.ts";

/** A slot with its posting and employer. */
export type WantedSlot = { slot: PublicSlot; posting: PublicPosting; employer: PublicEmployer };

/** What the address asks for: an interview (`?slot=…`), to come (`?register`), or nothing. */
export type Wanted = { kind: "interview"; found: WantedSlot | undefined } | { kind: "coming" } | undefined;

export function wantedIn(search: string, { employers }: Pick<PublicVisitDetail, "employers">): Wanted {
  const params = new URLSearchParams(search);
  const slotId = params.get("slot");
  if (slotId === null) return params.has("register") ? { kind: "coming" } : undefined;
  for (const employer of employers)
    for (const posting of employer.postings) {
      const slot = posting.slots.find((candidate) => candidate.slotId === slotId);
      if (slot) return { kind: "interview", found: { slot, posting, employer } };
    }
  return { kind: "interview", found: undefined };
}
