import { useCallback } from "preact/hooks";
import { concernCategoryLabels, concernPlaceLabels } from "../../../../shared/copy/concern-codes.ts";
import { talkWords } from "../../../../shared/copy/pages-talks.ts";
import { ConcernCounts } from "../../../../shared/domain/concern.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Facts } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { talksPath } from "../paths.ts";
import { PeriodForm, usePeriod } from "../period.tsx";

const places = Object.keys(ConcernCounts.shape) as (keyof ConcernCounts)[];

/** Concerns that were brought in a time, all together and by field, and where they stand today. */
export const ConcernCountsPage = () => {
  const words = useWords(talkWords);
  const locale = useLocale();
  const [period, setPeriod] = usePeriod();
  const { from, to } = period;
  const [loaded, reload] = useLoaded(useCallback(() => call("GET /api/office/concern-counts", { query: { from, to } }), [from, to]));
  return (
    <Page title={words.countsTitle} lead={words.countsLead} back={{ href: talksPath, label: words.title }} focus={hasMoved()}>
      <PeriodForm period={period} onChoose={setPeriod} />
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" &&
        (loaded.value.all.brought === 0 ? (
          <Empty title={words.countsNone}>{null}</Empty>
        ) : (
          <>
            <Counts title={words.countsAll} counts={loaded.value.all} />
            {loaded.value.categories.map(({ category, counts }) => (
              <Counts key={category} title={concernCategoryLabels[category][locale]} counts={counts} />
            ))}
          </>
        ))}
    </Page>
  );
};

const Counts = ({ title, counts }: { title: string; counts: ConcernCounts }) => {
  const words = useWords(talkWords);
  const locale = useLocale();
  return (
    <section class="card stack">
      <h2>{title}</h2>
      <Facts rows={places.map((place) => [concernPlaceLabels[place][locale], words.items(counts[place])])} />
    </section>
  );
};
