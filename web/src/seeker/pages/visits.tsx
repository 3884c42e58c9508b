import { useEffect, useState } from "preact/hooks";
import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { visitsWords } from "../../../../shared/copy/pages-seeker/visits.ts";
import type { LocalDate } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { TelLink } from "../../ui/layout.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { choiceIn, fits, searchOf, type VisitChoice } from "../visits/choice.ts";
import { VisitCard } from "../visits/visit-card.tsx";
import { VisitSearch } from "../visits/visit-search.tsx";

const askVisits = () => call("GET /api/public/visits");
const everything: VisitChoice = { area: "all", date: undefined };
const shownAtFirst = 9;

export const VisitsPage = () => {
  const words = useWords(visitsWords);
  const [loaded, reload] = useLoaded(askVisits);
  const [choice, setChoice] = useState(everything);
  // After hydration only: the prerendered page knows no address.
  useEffect(() => setChoice(choiceIn(location.search)), []);
  const choose = (chosen: VisitChoice) => {
    setChoice(chosen);
    history.replaceState(null, "", location.pathname + searchOf(chosen));
  };
  const visits = loaded.state === "loaded" ? loaded.value.visits : [];
  return (
    <div class="page">
      <div class="page-head hero">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <div class="visits">
        <VisitSearch visits={visits} choice={choice} onChoose={choose} />
        {loaded.state === "loading" && <Loading blocks={3} />}
        {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
        {loaded.state === "loaded" && <VisitList {...loaded.value} choice={choice} onShowAll={() => choose(everything)} />}
      </div>
    </div>
  );
};

type ListProps = { visits: readonly PublicVisit[]; today: LocalDate; choice: VisitChoice; onShowAll: () => void };

const VisitList = ({ visits, today, choice, onShowAll }: ListProps) => {
  const words = useWords(visitsWords);
  const [all, setAll] = useState(false);
  if (visits.length === 0)
    return (
      <Empty title={words.none}>
        <p>{words.noneHint}</p>
        <TelLink />
      </Empty>
    );
  const found = visits.filter((visit) => fits(choice, visit));
  const shown = all ? found : found.slice(0, shownAtFirst);
  const [next] = visits;
  return (
    <section class="stack" aria-labelledby="found">
      <div class="row found">
        <h2 id="found" aria-live="polite">
          {words.found(found.length)}
        </h2>
        {found.length < visits.length && (
          <Button kind="quiet" onClick={onShowAll}>
            {words.showAll}
          </Button>
        )}
      </div>
      {found.length === 0 ? (
        <Empty title={words.noneHere}>
          <p>{words.noneHereHint}</p>
        </Empty>
      ) : (
        <ol class="visit-list" role="list">
          {shown.map((visit) => (
            <VisitCard key={visit.visitId} visit={visit} today={today} next={visit === next} />
          ))}
        </ol>
      )}
      {shown.length < found.length && (
        <Button wide onClick={() => setAll(true)}>
          {words.more(found.length - shown.length)}
        </Button>
      )}
    </section>
  );
};
