import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { SlotRequestView } from "../../../../shared/contract/employers.ts";
import { refusalGroundWords, slotModeLabels, slotRequestStateLabels } from "../../../../shared/copy/codes.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import { referredWords } from "../../../../shared/copy/pages-employer-referred.ts";
import { timesWords } from "../../../../shared/copy/pages-employer-times.ts";
import { tableWords } from "../../../../shared/copy/pages-table.ts";
import { dateText, type Instant, seoulDateOf, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { spansOf } from "../../../../shared/domain/slot-times.ts";
import { endOfVisit } from "../../../../shared/domain/visit.ts";
import { instantNow } from "../../platform/clock.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card, Facts, Tag } from "../../ui/card.tsx";
import { applicantsPath, employerPath, referredPath, resultsPath } from "../paths.ts";
import { SlotGrid, seatsOf } from "../slot-grid.tsx";
import { SpanList } from "../span-list.tsx";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

const tones = { requested: "sign", approved: "good", refused: "plain", withdrawn: "plain" } as const;

/** Whether the firm interviews on this very day. */
export const isOnDay = ({ request, visit }: SlotRequestView, now: Instant): boolean =>
  request.state === "approved" && visit.state !== "cancelled" && visit.date === seoulDateOf(now);

type Props = { view: SlotRequestView; onWithdrawn: () => Promise<void> };

/** One request: where it stands, its times, and what the employer can do now. */
export const RequestCard = ({ view, onWithdrawn }: Props) => {
  const words = useWords(timesWords);
  const locale = useLocale();
  const { request, visit } = view;
  const { state, mode, pattern } = request;
  const isCancelled = visit.state === "cancelled";
  const isOver = endOfVisit(visit) <= instantNow();
  const stands = !isCancelled && !isOver && (state === "requested" || state === "approved");
  const place = inLocale(locale, visit.place.nameKo, visit.place.nameEn);
  const { taken, seats } = seatsOf(view.slots);
  const nextOf = () => {
    if (isCancelled) return words.visitCancelled;
    if (isOver) return words.visitOver;
    if (state !== "approved") return words.requestNext[state];
    if (visit.state === "planned") return words.plannedNext[mode];
    return mode !== "walk_in" && visit.bookingClosesAt <= instantNow() ? words.bookingClosed : words.approvedNext[mode];
  };
  const isToday = !isOver && isOnDay(view, instantNow());
  const results = !isCancelled && state === "approved" && (taken > 0 || isToday) && (
    <div>
      <ButtonLink kind={isToday ? "main" : "plain"} href={resultsPath(request.employerId, visit.visitId)}>
        {tableWords[locale].toResults}
        <span class="unseen"> {dateText(visit.date, locale)}</span>
      </ButtonLink>
    </div>
  );
  return (
    <Card as="article">
      <div class="card-head">
        <h2 class="card-title">
          {dateText(visit.date, locale)} <span lang={place.lang}>{place.text}</span>
        </h2>
        <Tag tone={stands ? tones[state] : "plain"}>{slotRequestStateLabels[state][locale]}</Tag>
      </div>
      <p>{nextOf()}</p>
      {isToday && results}
      <RequestFacts view={view} />
      {stands && state === "requested" && <SpanList spans={spansOf(visit.date, pattern)} />}
      {stands && state === "approved" && <DeskTimes view={view} />}
      {isOver && state === "approved" && (
        <p>
          <strong>{words.seatsTaken(taken, seats)}</strong>
        </p>
      )}
      {stands && <Actions view={view} onWithdrawn={onWithdrawn} />}
      {!isToday && results}
      {!isCancelled && state === "approved" && (
        <div>
          <ButtonLink href={referredPath(request.employerId, visit.visitId)}>
            {referredWords[locale].link}
            <span class="unseen"> {dateText(visit.date, locale)}</span>
          </ButtonLink>
        </div>
      )}
    </Card>
  );
};

const RequestFacts = ({ view: { request, postingTitleKo, deskLabels } }: { view: SlotRequestView }) => {
  const words = useWords(timesWords);
  const firm = useWords(employerWords);
  const locale = useLocale();
  const { pattern, interviewers } = request;
  const asked = words.timesAsked(timeRangeText(pattern.from, pattern.to, locale), pattern.minutes);
  return (
    <Facts
      rows={[
        [firm.refusalGround, request.refusalGround && refusalGroundWords[request.refusalGround][locale]],
        [firm.refusalReason, request.refusalReason],
        [
          firm.posting,
          <span key="posting" lang="ko">
            {postingTitleKo}
          </span>,
        ],
        [words.mode, slotModeLabels[request.mode][locale]],
        [words.timesTitle, pattern.seats > 1 ? `${asked}, ${words.peopleTogether(pattern.seats)}` : asked],
        [words.interviewer, interviewers.join(", ")],
        [words.deskGiven, deskLabels.join(", ")],
      ]}
    />
  );
};

/** The published times, desk by desk where there are several. */
const DeskTimes = ({ view: { request, deskLabels, slots } }: { view: SlotRequestView }) => {
  const words = useWords(timesWords);
  const note = request.mode === "open" && <p class="soft small">{words.namesLater}</p>;
  if (request.deskIds.length <= 1)
    return (
      <>
        <SlotGrid slots={slots} />
        {note}
      </>
    );
  return (
    <>
      {request.deskIds.map((deskId, i) => (
        <section class="stack stack-tight" key={deskId}>
          <h3>
            {deskLabels[i] ?? deskId}: {request.interviewers[i]}
          </h3>
          <SlotGrid slots={slots.filter((slot) => slot.deskId === deskId)} />
        </section>
      ))}
      {note}
    </>
  );
};

const Actions = ({ view, onWithdrawn }: Props) => {
  const words = useWords(timesWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const [asking, setAsking] = useState(false);
  const { request, visit, slots } = view;
  const { employerId, slotRequestId, state, mode } = request;
  const day = <span class="unseen"> {dateText(visit.date, locale)}</span>;
  const isBooked = seatsOf(slots).taken > 0;
  const links: ComponentChildren[] = [
    state === "requested" && (
      <ButtonLink key="change" href={`${employerPath(employerId)}/slot-requests/${slotRequestId}`}>
        {common.change}
        {day}
      </ButtonLink>
    ),
    state === "approved" && mode === "screened" && (
      <ButtonLink key="applicants" kind="main" href={applicantsPath(employerId, visit.visitId)}>
        {words.toApplicants}
        {day}
      </ButtonLink>
    ),
  ];
  return (
    <>
      {isBooked && <p class="soft small">{words.withdrawBooked}</p>}
      <div class="row">
        {links}
        {!isBooked && (
          <Button kind="danger" onClick={() => setAsking(true)}>
            {state === "requested" ? words.withdraw : words.withdrawTimes}
            {day}
          </Button>
        )}
      </div>
      <WithdrawDialog request={request} open={asking} onClose={() => setAsking(false)} onWithdrawn={onWithdrawn} />
    </>
  );
};
