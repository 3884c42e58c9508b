import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import type { PublicVisitDetail } from "../../../../shared/contract/public.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { pathIn } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Alternatives } from "./alternatives.tsx";
import { ClashCard } from "./clash-card.tsx";
import type { Wanted } from "./wanted.ts";

/** Refusals that my page explains: what the person has, waits or applied for already. */
const seeMine = new Set<string>(["interview-limit", "already-waiting", "already-applied", "booking-changed"]);
/** Refusals after which another time helps. */
const otherTimeHelps = new Set<string>(["slot-full", "slot-withdrawn", "times-overlap", "seat-free"]);

type Props = {
  problem: ClientProblem;
  detail: PublicVisitDetail;
  slots: readonly TimetableSlot[];
  wanted: Wanted;
  registration: MyRegistration | undefined;
};

/** Why it could not be had, and what can be done instead: the own booking that is in the way, the nearest times, the list. */
export const RefusedScreen = ({ problem, detail, slots, wanted, registration }: Props) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  const { code, clash, alternatives } = problem;
  const isFull = code === "slot-full" && wanted.does === "book";
  const list = "subject" in wanted && (wanted.subject.kind === "job" ? wanted.subject.posting.postingId : wanted.subject.service);
  return (
    <>
      <Notice tone="warn" title={problem.title} focus live>
        <p>{problem.detail}</p>
      </Notice>
      {clash && <ClashCard clash={clash} registration={registration} />}
      {alternatives.length > 0 && <Alternatives alternatives={alternatives} detail={detail} hrefOf={({ slotId }) => `?slot=${slotId}`} />}
      {alternatives.length === 0 && otherTimeHelps.has(code) && (
        <p>{slots.some(({ free, mode }) => free > 0 && mode === "open") ? words.noNear : words.noOthers}</p>
      )}
      <div class="stack">
        {code === "consent-outdated" && (
          <Button kind="main" wide onClick={() => location.reload()}>
            {words.reload}
          </Button>
        )}
        {code === "apply-first" && list && (
          <ButtonLink kind="main" wide href={`?apply=${list}`}>
            {words.toApply}
          </ButtonLink>
        )}
        {seeMine.has(code) && (
          <ButtonLink kind="main" wide href={pathIn(locale, "/my")}>
            {words.toMine}
          </ButtonLink>
        )}
        {isFull && (
          <>
            <ButtonLink wide href={`?wait=${wanted.slot.slotId}`}>
              {words.waitThis}
            </ButtonLink>
            <ButtonLink wide href={`?wait=${list}`}>
              {words.waitAny}
            </ButtonLink>
          </>
        )}
        <ButtonLink kind={isFull ? "quiet" : "plain"} wide href={pathIn(locale, `/visits/${detail.visit.visitId}`)}>
          {words.toVisit}
        </ButtonLink>
      </div>
    </>
  );
};
