import type { Instant } from "../../../shared/domain/seoul-time.ts";
import { spanText } from "../platform/times.ts";
import { useLocale } from "../platform/use-locale.ts";
import { DeskLabel } from "../ui/desk-label.tsx";
import { What, type WhatNames } from "./what.tsx";

type Due = { startsAt: Instant; endsAt: Instant; deskLabel: string } & WhatNames;

/** When, where, with whom. */
export const DueLine = ({ startsAt, endsAt, deskLabel, ...what }: Due) => (
  <span class="due-line">
    <strong>{spanText({ startsAt, endsAt }, useLocale())}</strong>
    <span>
      <DeskLabel label={deskLabel} /> · <What {...what} />
    </span>
  </span>
);
