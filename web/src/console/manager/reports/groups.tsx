import { useState } from "preact/hooks";
import type { VisitReport } from "../../../../../shared/contract/reports.ts";
import { reportWords } from "../../../../../shared/copy/pages-manager-reports.ts";
import { type Grouping, groupedVisits, groupings, visitorsIn } from "../../../../../shared/domain/report-groups.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { SelectField } from "../../../ui/field.tsx";
import { BarChart } from "./bar-chart.tsx";
import { groupName } from "./group-names.ts";
import { NumberTable } from "./number-table.tsx";

/** The visits of a report added up by time or by where they were: how many people came to one of its visits, and what came of it. */
export const Groups = ({ visits }: { visits: readonly VisitReport[] }) => {
  const words = useWords(reportWords);
  const locale = useLocale();
  const [by, setBy] = useState<Grouping>("zone");
  const groups = groupedVisits(visits, by).map((group) => ({
    ...{ ...group, name: groupName(group.key, by, locale) },
    each: Math.round((10 * visitorsIn(group.counts)) / group.visits) / 10,
  }));
  const title = words.chartOf(words.perVisit, words.groupings[by]);
  return (
    <section class="card stack">
      <h3>{words.groupsTitle}</h3>
      <p class="soft">{words.groupsLead}</p>
      <div class="no-print">
        <SelectField
          pointer="/by"
          label={words.by}
          value={by}
          onChange={({ currentTarget }) => setBy(currentTarget.value as Grouping)}
          choices={groupings.map((value) => ({ value, label: words.groupings[value] }))}
        />
      </div>
      <p class="print-only">
        {words.by} <strong>{words.groupings[by]}</strong>
      </p>
      <div class="chart-and-table">
        <BarChart title={title} bars={groups.map(({ name, each }) => ({ name, value: each }))} />
        <NumberTable
          caption={words.groupings[by]}
          head={[words.groupings[by], words.visited, words.visitors, words.perVisit, words.interviews, words.hired]}
          rows={groups.map(({ key, name, visits: held, counts, each }) => ({
            ...{ key, name, lang: by === "place" ? ("ko" as const) : undefined },
            cells: [held, visitorsIn(counts), each, counts.interviews, counts.placements + counts.hiredLater].map(String),
          }))}
        />
      </div>
    </section>
  );
};
