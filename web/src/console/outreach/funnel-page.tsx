import { useCallback, useState } from "preact/hooks";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import { type FunnelCounts, funnelSteps } from "../../../../shared/domain/funnel.ts";
import { firstDayOf, monthOf } from "../../../../shared/domain/months.ts";
import { type LocalDate, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/card.tsx";
import { TextField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { textIn } from "../../ui/use-form.ts";
import { leadsPath } from "../paths.ts";

/** How far the firms came that were found in a time, all together and by source. */
export const FunnelPage = () => {
  const words = useWords(leadWords);
  const today = seoulDateOf(instantNow());
  const [{ from, to }, setPeriod] = useState<{ from: LocalDate; to: LocalDate }>({ from: firstDayOf(monthOf(today)), to: today });
  const [loaded, reload] = useLoaded(useCallback(() => call("GET /api/office/lead-funnel", { query: { from, to } }), [from, to]));
  return (
    <Page title={words.funnelTitle} lead={words.funnelLead} back={{ href: leadsPath, label: words.title }} focus={hasMoved()}>
      <form
        class="report-period no-print"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          setPeriod({ from: textIn(data, "/from") as LocalDate, to: textIn(data, "/to") as LocalDate });
        }}
      >
        <TextField pointer="/from" type="date" label={words.from} defaultValue={from} max={today} />
        <TextField pointer="/to" type="date" label={words.to} defaultValue={to} max={today} />
        <Button type="submit" kind="main">
          {words.show}
        </Button>
      </form>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" &&
        (loaded.value.all.found === 0 ? (
          <Empty title={words.funnelNone}>{null}</Empty>
        ) : (
          <>
            <Counts title={words.funnelAll} counts={loaded.value.all} />
            {loaded.value.sources.map(({ nameKo, counts }) => (
              <Counts key={nameKo} title={nameKo ?? words.sourceNone} counts={counts} />
            ))}
          </>
        ))}
    </Page>
  );
};

const Counts = ({ title, counts }: { title: string; counts: FunnelCounts }) => {
  const words = useWords(leadWords);
  return (
    <section class="card stack">
      <h2>{title}</h2>
      <Facts rows={funnelSteps.map((step) => [words.steps[step], words.firms(counts[step])])} />
    </section>
  );
};
