import { useCallback, useState } from "preact/hooks";
import type { EmployerToCall, InterviewResult } from "../../../../shared/contract/results.ts";
import { interviewOutcomeLabels } from "../../../../shared/copy/codes.ts";
import { staffResultsWords } from "../../../../shared/copy/pages-staff-results.ts";
import { confirmedByWords, seekerResultWords, standingWords, stayWords } from "../../../../shared/copy/results.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import { isOver, type ResultStanding, standingOf, standingOrder } from "../../../../shared/domain/placement.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { clockText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Facts, Tag } from "../../ui/card.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { PlacementForm } from "./placement-form.tsx";
import { SaidResultForm } from "./said-result-form.tsx";
import { WithdrawPlacementForm } from "./withdraw-placement-form.tsx";

type Doing = { result: InterviewResult; what: "write" | "confirm" | "withdraw" };

/** What came of the interviews of a visit: what both sides say, what needs somebody first. Not renewed by itself: each look is logged. */
export const ResultsPage = ({ visitId }: { visitId: string }) => {
  const words = useWords(staffResultsWords);
  const locale = useLocale();
  const ask = useCallback(() => call("GET /api/staff/visits/{visitId}/results", { params: { visitId } }), [visitId]);
  const [loaded, reload] = useLoaded(ask);
  const [doing, setDoing] = useState<Doing>();
  const [said, setSaid] = useState<string>();
  const back = { href: `/staff/visits/${visitId}`, label: words.toDay };
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} narrow loaded={loaded} onRetry={reload} />;
  if (doing) {
    const { result, what } = doing;
    const done = async (saying: string) => {
      await reload();
      setDoing(undefined);
      setSaid(saying);
    };
    const shared = { visitId, result, onBack: () => setDoing(undefined) };
    const { placement } = result;
    return (
      <Page
        title={{ write: words.writeTitle, confirm: words.confirmTitle, withdraw: words.withdrawTitle }[what]}
        lead={`${words.namedPerson(result.name)} · ${result.employerNameKo}`}
        back={back}
        narrow
        focus
      >
        {what === "write" && (
          <SaidResultForm {...shared} onDone={(heard) => done(placement && isOver(heard) ? words.writtenAgainst : words.written)} />
        )}
        {what === "confirm" && <PlacementForm {...shared} onDone={() => done(words.confirmed)} />}
        {what === "withdraw" && placement && (
          <WithdrawPlacementForm {...shared} placement={placement} onDone={() => done(words.withdrawn)} />
        )}
      </Page>
    );
  }
  const { date, results, toCall } = loaded.value;
  return (
    <Page title={words.title} lead={words.lead(dateText(date, locale))} back={back} narrow focus={hasMoved()}>
      {said && <Notice key={said} tone="good" title={said} live focus />}
      {results.length === 0 && (
        <Empty title={words.none}>
          <p>{words.noneDetail}</p>
        </Empty>
      )}
      {toCall.length > 0 && <ToCall employers={toCall} />}
      {standingOrder.map((standing) => (
        <Standing key={standing} standing={standing} results={results.filter((one) => standingOf(one) === standing)} onDo={setDoing} />
      ))}
    </Page>
  );
};

/** Employers that were asked by mail three times and owe results still. */
const ToCall = ({ employers }: { employers: readonly EmployerToCall[] }) => {
  const words = useWords(staffResultsWords);
  return (
    <section class="stack">
      <h2>{words.toCall(employers.length)}</h2>
      <p>{words.toCallLead}</p>
      <ul class="stack" role="list">
        {employers.map(({ employerId, nameKo, contactName, contactPhone, unanswered }) => (
          <Card key={employerId} as="li">
            <h3 lang="ko">{nameKo}</h3>
            <p>{words.owes(words.namedPerson(contactName), unanswered)}</p>
            <CallLink phone={contactPhone} label={words.call} kind="main" />
          </Card>
        ))}
      </ul>
    </section>
  );
};

type CallLinkProps = { phone: string; label: (number: string) => string; kind?: "main" | "plain" };

const CallLink = ({ phone, label, kind = "plain" }: CallLinkProps) => (
  <a class={`button ${kind === "main" ? "button-main " : ""}call-button`} href={`tel:${phone}`}>
    <Icon name="phone" />
    {label(phoneText(phone))}
  </a>
);

type StandingProps = { standing: ResultStanding; results: readonly InterviewResult[]; onDo: (doing: Doing) => void };

const Standing = ({ standing, results, onDo }: StandingProps) => {
  const locale = useLocale();
  const { title, next } = standingWords[standing][locale];
  if (results.length === 0) return null;
  return (
    <section class="stack">
      <h2>
        {title} ({results.length})
      </h2>
      <p>{next}</p>
      <ul class="stack" role="list">
        {results.map((result) => (
          <Result key={result.bookingId} standing={standing} result={result} onDo={onDo} />
        ))}
      </ul>
    </section>
  );
};

const Result = ({ standing, result, onDo }: { standing: ResultStanding; result: InterviewResult; onDo: (doing: Doing) => void }) => {
  const words = useWords(staffResultsWords);
  const locale = useLocale();
  const { name, phone, startsAt, employerNameKo, employerPhone, jobTitleKo, hasArrived, employerSays, personSays, placement } = result;
  const differs = standing === "differs";
  return (
    <Card as="li">
      <h3>{words.namedPerson(name)}</h3>
      <p>
        {clockText(startsAt, locale)} · <span lang="ko">{[employerNameKo, jobTitleKo].join(" · ")}</span>
      </p>
      {!hasArrived && (
        <p>
          <Tag tone="sign">{words.notHere}</Tag>
        </p>
      )}
      <Facts
        long
        rows={[
          [words.employerSays, employerSays ? interviewOutcomeLabels[employerSays][locale] : words.nothingSaid],
          [words.personSays, personSays ? seekerResultWords[personSays][locale] : words.nothingSaid],
          [
            words.placement,
            placement && words.placedFrom(dateText(placement.startedOn, locale), confirmedByWords[placement.confirmedBy][locale]),
          ],
          ...(placement?.checks ?? []).map(({ month, stays }) => [words.stay(month), stayWords[stays ? "stays" : "left"][locale]] as const),
        ]}
      />
      {phone && <CallLink phone={phone} label={differs ? words.callPerson : words.call} />}
      {differs && employerPhone && <CallLink phone={employerPhone} label={words.callEmployer} />}
      <div class="row actions">
        {(standing === "to-confirm" || differs) && (
          <Button kind="main" onClick={() => onDo({ result, what: "confirm" })} aria-label={`${words.confirm}, ${name}`}>
            {words.confirm}
          </Button>
        )}
        <Button onClick={() => onDo({ result, what: "write" })} aria-label={`${words.write}, ${name}`}>
          {words.write}
        </Button>
        {placement && (
          <Button onClick={() => onDo({ result, what: "withdraw" })} aria-label={`${words.withdraw}, ${name}`}>
            {words.withdraw}
          </Button>
        )}
      </div>
    </Card>
  );
};
