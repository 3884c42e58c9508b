import type { Instant } from "../../../shared/domain/seoul-time.ts";
import { spanText } from "../platform/times.ts";
import { useLocale } from "../platform/use-locale.ts";
import { DeskLabel } from "../ui/desk-label.tsx";

type Due = { startsAt: Instant; endsAt: Instant; deskLabel: string; whatKo: string };

/** When, where, with whom. Employers are named in Korean, as on their signs. */
export const DueLine = ({ startsAt, endsAt, deskLabel, whatKo }: Due) => (
  <span class="due-line">
    <strong>{spanText({ startsAt, endsAt }, useLocale())}</strong>
    <span>
      <DeskLabel label={deskLabel} /> · <span lang="ko">{whatKo}</span>
    </span>
  </span>
);
