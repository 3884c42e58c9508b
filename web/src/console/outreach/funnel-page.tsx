import { useCallback } from "preact/hooks";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import { type FunnelCounts, funnelSteps } from "../../../../shared/domain/funnel.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Facts } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { leadsPath } from "../paths.ts";
import { PeriodForm, usePeriod } from "../period.tsx";

/** How far the firms came that were found in a time, all together and by source. */
export const FunnelPage = () => {
  const words = useWords(leadWords);
  const [period, setPeriod] = usePeriod();
  const { from, to } = period;
  const [loaded, reload] = useLoaded(useCallback(() => call("GET /api/office/lead-funnel", { query: { from, to } }), [from, to]));
  return (
    <Page title={words.funnelTitle} lead={words.funnelLead} back={{ href: leadsPath, label: words.title }} focus={hasMoved()}>
      <PeriodForm period={period} onChoose={setPeriod} />
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
