import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import { monthOf, monthText } from "../../../../shared/domain/months.ts";
import { seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { type Asked, usePages } from "../use-pages.ts";
import type { Planned } from "./one-visit.tsx";
import { VisitRow } from "./visit-list-page.tsx";

const ask = async (after: string | undefined): Asked<Planned> => {
  const answer = await call("GET /api/staff/visits", { query: { before: after ?? seoulDateOf(instantNow()) } });
  return answer.ok ? { ok: true, value: { rows: answer.value.visits, next: answer.value.next ?? null } } : answer;
};

/** Visits that were, month by month, the newest first. */
export const PastVisitsPage = () => {
  const words = useWords(managerWords);
  const locale = useLocale();
  const { loaded, reload, rows = [], next, busy = false, goOn } = usePages(ask);
  const months = [...new Set(rows.map(({ visit }) => monthOf(visit.date)))];
  return (
    <Page title={words.pastTitle} back={{ href: "/console/visits", label: words.visitsTitle }} focus={hasMoved()}>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && rows.length === 0 && <Empty title={words.pastNone} />}
      {months.map((month) => (
        <section key={month} class="stack">
          <h2>{monthText(month, locale)}</h2>
          <ul class="visit-list" role="list">
            {rows
              .filter(({ visit }) => monthOf(visit.date) === month)
              .map((planned) => (
                <VisitRow key={planned.visit.visitId} {...planned} />
              ))}
          </ul>
        </section>
      ))}
      {next && goOn && (
        <div>
          <Button busy={busy} onClick={goOn}>
            {words.pastMore}
          </Button>
        </div>
      )}
    </Page>
  );
};
