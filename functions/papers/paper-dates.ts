import { dateText, type Instant, seoulDateOf, yearOf } from "../../shared/domain/seoul-time.ts";

/** With the year: a paper is read long after its season. "2026년 12월 3일(목)" */
export const longDate = (at: Instant): string => `${yearOf(seoulDateOf(at))}년 ${dateText(seoulDateOf(at), "ko")}`;
