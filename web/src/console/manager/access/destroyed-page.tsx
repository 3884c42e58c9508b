import { useCallback, useEffect, useState } from "preact/hooks";
import type { DestroyedRow } from "../../../../../shared/contract/access-log.ts";
import { accessLogWords } from "../../../../../shared/copy/pages-manager-access.ts";
import { categoryWords, destroyedWords } from "../../../../../shared/copy/retention.ts";
import { dateText } from "../../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call, type Value } from "../../../platform/api.ts";
import { hasMoved } from "../../../platform/router.ts";
import { momentText } from "../../../platform/times.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Card, Facts } from "../../../ui/card.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../../ui/states.tsx";
import { accessLogPath } from "./access-query.ts";

type Shown = Value<"GET /api/staff/access-log/destroyed">;

/** What was destroyed, because its time was over or somebody wished it: the proof that limits and wishes are kept. */
export const DestroyedPage = () => {
  const words = useWords(accessLogWords);
  const [page, setPage] = useState<Shown>();
  const [problem, setProblem] = useState<ClientProblem>();
  const [busy, setBusy] = useState(false);
  const ask = useCallback(async (earlier: Shown | undefined) => {
    setBusy(true);
    const answer = await call("GET /api/staff/access-log/destroyed", { query: earlier?.next ? { before: earlier.next } : {} });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setPage({ ...answer.value, rows: [...(earlier?.rows ?? []), ...answer.value.rows] });
  }, []);
  useEffect(() => {
    void ask(undefined);
  }, [ask]);
  return (
    <Page title={words.destroyedTitle} lead={words.destroyedLead} back={{ href: accessLogPath, label: words.title }} focus={hasMoved()}>
      {!page && !problem && <Loading />}
      {page?.rows.length === 0 && <Empty title={words.destroyedNone} />}
      {page && page.rows.length > 0 && (
        <ul class="cards" role="list">
          {page.rows.map((row) => (
            <Destroyed key={row.id} row={row} />
          ))}
        </ul>
      )}
      {problem && <Failed problem={problem} onRetry={() => void ask(page)} />}
      {page?.next && !problem && (
        <div>
          <Button busy={busy} onClick={() => void ask(page)}>
            {words.more}
          </Button>
        </div>
      )}
    </Page>
  );
};

const Destroyed = ({ row: { at, what, count, category, visit, run } }: { row: DestroyedRow }) => {
  const words = useWords(accessLogWords);
  const locale = useLocale();
  return (
    <Card as="li" class="access-row">
      <div class="card-head">
        <h2 class="card-title">{words.destroyedCount(destroyedWords[what]?.[locale] ?? what, count)}</h2>
        <time dateTime={at}>{momentText(at, locale)}</time>
      </div>
      <Facts
        rows={[
          [words.category, categoryWords[category][locale]],
          [words.ofWhich, visit && words.ofVisit(dateText(visit.date, locale), visit.placeNameKo)],
          [words.why, run ? words.timeOver : words.onWish],
          [words.run, run],
        ]}
      />
    </Card>
  );
};
