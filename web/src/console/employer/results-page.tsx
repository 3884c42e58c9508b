import { useCallback } from "preact/hooks";
import type { EmployerTime } from "../../../../shared/contract/table.ts";
import { interviewOutcomeLabels } from "../../../../shared/copy/codes.ts";
import { timesWords } from "../../../../shared/copy/pages-employer-times.ts";
import { staffSupportWords } from "../../../../shared/copy/pages-staff-support.ts";
import { tableWords } from "../../../../shared/copy/pages-table.ts";
import { call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { dayText, spanText } from "../../platform/times.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Card, Tag } from "../../ui/card.tsx";
import { OutcomeButtons } from "../../ui/outcome-buttons.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { employerPath } from "../paths.ts";
import { SharedNeeds } from "./shared-needs.tsx";

type Props = { employerId: string; visitId: string };
/** On the day it changes by the minute. */
const freshEverySeconds = 30;

type Taken = EmployerTime & { interview: NonNullable<EmployerTime["interview"]> };
const isTaken = (time: EmployerTime): time is Taken => time.interview !== null;

/** The firm's interviews at a visit, and what came of each: on the day or weeks after, without names. */
export const ResultsPage = ({ employerId, visitId }: Props) => {
  const words = useWords(tableWords);
  const times = useWords(timesWords);
  const locale = useLocale();
  const ask = useCallback(
    () => call("GET /api/employers/{employerId}/visits/{visitId}/interviews", { params: { employerId, visitId } }),
    [employerId, visitId],
  );
  const [loaded, reload] = useLoaded(ask);
  useFresh(reload, freshEverySeconds);
  const back = { href: `${employerPath(employerId)}/slot-requests`, label: times.requestsTitle };
  if (loaded.state !== "loaded") return <Unloaded title={words.resultsTitle} back={back} loaded={loaded} onRetry={reload} />;
  const taken = loaded.value.times.filter(isTaken);
  const [first] = loaded.value.times;
  return (
    <Page
      title={first ? `${words.resultsTitle}: ${dayText(first.startsAt, locale)}` : words.resultsTitle}
      lead={words.resultsLead}
      back={back}
      focus={hasMoved()}
    >
      {taken.length === 0 && <Empty title={first ? words.nobodyBooked : words.noTimes} />}
      {taken.map((time) => (
        <Result key={time.interview.bookingId} employerId={employerId} visitId={visitId} time={time} reload={reload} />
      ))}
    </Page>
  );
};

type ResultProps = Props & { time: Taken; reload: () => Promise<void> };

const Result = ({ employerId, visitId, time, reload }: ResultProps) => {
  const words = useWords(tableWords);
  const support = useWords(staffSupportWords);
  const locale = useLocale();
  const { registrationId, bookingId, label, state, takesResult, outcome, sharesNeeds } = time.interview;
  const isHere = state !== "expected" && state !== "late";
  const isOver = time.endsAt <= instantNow();
  const span = spanText(time, locale);
  // Until they are here they are told apart by their time.
  const who = label ?? span;
  return (
    <Card as="article">
      <div class="card-head">
        <h2 class="card-title">{label ? `${span} · ${label}` : span}</h2>
        {outcome ? (
          <Tag tone="main">{interviewOutcomeLabels[outcome.outcome][locale]}</Tag>
        ) : (
          <Tag tone={isHere ? "good" : "plain"}>{!isHere && isOver ? words.absent : words.state[state]}</Tag>
        )}
      </div>
      <p lang="ko">{time.postingTitleKo}</p>
      {!isOver && sharesNeeds && <SharedNeeds who={who} params={{ employerId, visitId, registrationId, bookingId }} />}
      {!isOver && !sharesNeeds && <p class="soft">{support.employerNone}</p>}
      {isHere && takesResult && (
        <OutcomeButtons
          who={who}
          noted={outcome}
          send={(what, seen) =>
            call("PUT /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/outcome", {
              params: { employerId, visitId, registrationId, bookingId },
              body: { outcome: what, seen },
            })
          }
          onSettled={reload}
        />
      )}
      {!isHere && !isOver && <p class="soft">{words.resultLater}</p>}
      {isHere && !takesResult && <p class="soft">{words.notYet}</p>}
    </Card>
  );
};
