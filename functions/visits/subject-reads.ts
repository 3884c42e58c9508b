import { centreServiceLabels } from "../../shared/copy/codes.ts";
import type { Booking } from "../../shared/domain/booking.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { VisitPostingItem } from "./visit-reads.ts";

/** What a time is for, in the reader's language: a job with its employer, or what the centre offers. */
export type SubjectWords = { what: string; companyName?: string; jobTitle?: string };

/** @throws when the visit does not show the posting, which is published with its times. */
export const subjectWords = (
  { postingId, service }: { postingId: Booking["postingId"]; service: Booking["service"] },
  postings: readonly VisitPostingItem[],
  locale: Locale,
): SubjectWords => {
  if (service) return { what: centreServiceLabels[service][locale] };
  const posting = postings.find((item) => item.postingId === postingId);
  if (!posting) throw new Error(`The visit does not show ${postingId}.`);
  const { employer, draft } = posting;
  const companyName = (locale === "en" && employer.nameEn) || employer.nameKo;
  const jobTitle = (locale === "en" && draft.titleEn) || draft.titleKo;
  return { what: `${jobTitle} (${companyName})`, companyName, jobTitle };
};
