import { useState } from "preact/hooks";
import type { NotedOutcome, TableDay, TableInterview, TableTime } from "../../../../shared/contract/table.ts";
import { interviewOutcomeLabels } from "../../../../shared/copy/codes.ts";
import { tableWords } from "../../../../shared/copy/pages-table.ts";
import { instantNow } from "../../platform/clock.ts";
import { clockText, spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Tag, type Tone } from "../../ui/card.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Interviewee, type OnInterview } from "./interviewee.tsx";

/** A time that somebody has. */
type Taken = TableTime & { interview: TableInterview };
const isTaken = (time: TableTime): time is Taken => time.interview !== null;

const tones: Record<TableInterview["state"], Tone> = {
  ...{ expected: "plain", late: "sign", arrived: "good", called: "main", serving: "main", done: "plain", missed: "sign" },
};

/** What was noted last, or taken back, said until the next: by then somebody else is next. */
type Said = { who: string; noted: NotedOutcome | undefined };

/** Who sits here, who is next, and the whole day below. */
export const TableDayView = ({ day, reload }: { day: TableDay; reload: () => Promise<void> }) => {
  const words = useWords(tableWords);
  const locale = useLocale();
  const [said, setSaid] = useState<Said>();
  const [opened, setOpened] = useState<string>();
  const notingOf = ({ label }: TableInterview): Pick<Noting, "onNoted" | "onTakenBack"> => {
    const who = label ?? words.noLabel;
    return {
      onNoted: async (noted) => {
        if (noted) setSaid({ who, noted });
        await reload();
      },
      onTakenBack: () => setSaid({ who, noted: undefined }),
    };
  };
  const taken = day.times.filter(isTaken);
  const at = (id: string | null) => taken.find(({ interview }) => interview.bookingId === id);
  const [now, next] = [at(day.now), at(day.next)];
  // A free time that has passed tells nobody anything. Where somebody cancelled, the time is free.
  const free = day.times.filter((time) => !isTaken(time) && instantNow() < time.endsAt);
  // Whatever is drawn above or below somebody's buttons moves them.
  const around = [day.now, day.next, said?.who, said?.noted?.notedAt].join(" ");
  const isOneJob = new Set(day.times.map(({ postingTitleKo }) => postingTitleKo)).size === 1;
  return (
    <>
      {said && (
        <Notice tone="good" live>
          <p>
            {said.noted ? (
              <>
                <strong>{words.noted(said.who, interviewOutcomeLabels[said.noted.outcome][locale])}</strong> {words.notedHint}
              </>
            ) : (
              <strong>{words.takenBack(said.who)}</strong>
            )}
          </p>
        </Notice>
      )}
      {now && (
        <Turn key={now.interview.bookingId} title={words.now} time={now} isOneJob={isOneJob} around={around} {...notingOf(now.interview)} />
      )}
      {next ? (
        <Turn
          key={next.interview.bookingId}
          title={words.next}
          time={next}
          isOneJob={isOneJob}
          takesResult={!now}
          around={around}
          {...notingOf(next.interview)}
        />
      ) : (
        !now && <p>{words.nobodyNext}</p>
      )}
      <WalkIns day={day} />
      <section class="stack stack-tight" aria-labelledby="table-all">
        <h2 id="table-all">{words.all}</h2>
        {taken.length > 0 && <p class="soft small">{words.labelHint}</p>}
        {taken.length > 0 && (
          <ul class="table-times" role="list">
            {taken.map((time) => (
              <Row
                key={time.interview.bookingId}
                time={time}
                isElsewhere={time.deskId !== day.deskId}
                isAbove={time === now || time === next}
                isOpen={opened === time.interview.bookingId}
                around={around}
                onToggle={(open) => setOpened(open ? time.interview.bookingId : undefined)}
                {...notingOf(time.interview)}
              />
            ))}
          </ul>
        )}
        {free.length > 0 && (
          <p class="soft">
            {words.free}: {free.map(({ startsAt }) => clockText(startsAt, locale)).join(", ")}
          </p>
        )}
      </section>
    </>
  );
};

/** Who waits here without a booking: by number, since nobody agreed to more. */
const WalkIns = ({ day: { walkIns } }: { day: TableDay }) => {
  const words = useWords(tableWords);
  if (walkIns.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="table-walk-ins">
      <h2 id="table-walk-ins">{words.walkIns}</h2>
      <ul class="table-times" role="list">
        {walkIns.map(({ number, state }) => (
          <li class="table-time" key={number}>
            <p class="table-when">
              <strong>{number}</strong>
            </p>
            <Tag tone={state === "waiting" ? "plain" : "main"}>{state === "waiting" ? words.waiting : words.state[state]}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
};

type Noting = Pick<OnInterview, "around" | "onNoted" | "onTakenBack">;

const State = ({ interview: { state, outcome } }: { interview: TableInterview }) => {
  const words = useWords(tableWords);
  const locale = useLocale();
  return outcome ? (
    <Tag tone="main">{interviewOutcomeLabels[outcome.outcome][locale]}</Tag>
  ) : (
    <Tag tone={tones[state]}>{words.state[state]}</Tag>
  );
};

type TurnProps = Noting & { title: string; time: Taken; isOneJob: boolean; takesResult?: boolean };

const Turn = ({ title, time, isOneJob, takesResult = true, ...noting }: TurnProps) => {
  const words = useWords(tableWords);
  const locale = useLocale();
  const { interview } = time;
  return (
    <Card as="section" class="table-turn">
      <div class="table-head">
        <h2>{title}</h2>
        <State interview={interview} />
      </div>
      <p class="table-who">
        <strong>{interview.label ?? words.noLabel}</strong>
        <span>{spanText(time, locale)}</span>
      </p>
      {!isOneJob && <p lang="ko">{time.postingTitleKo}</p>}
      <Interviewee interview={interview} takesResult={takesResult} {...noting} />
    </Card>
  );
};

type RowProps = Noting & {
  time: Taken;
  /** At another desk of the employer. */
  isElsewhere: boolean;
  /** Shown in a card of its own. */
  isAbove: boolean;
  isOpen: boolean;
  onToggle: (open: boolean) => void;
};

/** One of the day; whoever is here, or was, can be opened, to note or correct a result. */
const Row = ({ time: { interview, startsAt, deskLabel }, isElsewhere, isAbove, isOpen, onToggle, ...noting }: RowProps) => {
  const words = useWords(tableWords);
  const locale = useLocale();
  const { label, state, outcome, takesResult } = interview;
  const toOpen = takesResult ? words.write : words.open;
  const canOpen = !isAbove && state !== "expected" && state !== "late";
  return (
    <li class="table-time">
      <p class="table-when">
        <strong>{label ?? words.noLabel}</strong>
        <span>{clockText(startsAt, locale)}</span>
        {isElsewhere && <DeskLabel label={deskLabel} />}
      </p>
      <State interview={interview} />
      {canOpen && (
        <Button aria-expanded={isOpen} onClick={() => onToggle(!isOpen)}>
          {isOpen ? words.close : outcome ? words.correct : toOpen}
          <span class="unseen"> {label}</span>
        </Button>
      )}
      {canOpen && isOpen && (
        <div class="table-open">
          <Interviewee interview={interview} {...noting} />
        </div>
      )}
    </li>
  );
};
