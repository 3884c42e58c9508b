import { useState } from "preact/hooks";
import type { Report } from "../../../../../shared/contract/reports.ts";
import { reportWords, traitGroupText } from "../../../../../shared/copy/pages-manager-reports.ts";
import { peopleNames, type ReportPeople } from "../../../../../shared/domain/report.ts";
import { rowOf, traitGroups, traits } from "../../../../../shared/domain/report-traits.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { SelectField } from "../../../ui/field.tsx";
import { BarChart } from "./bar-chart.tsx";
import { NumberTable } from "./number-table.tsx";

/** People by age, sex, education and wished occupation, each as a chart with a table beside it: of whom one chooses. */
export const PeopleGroups = ({ report: { people, traits: shown } }: { report: Report }) => {
  const words = useWords(reportWords);
  const locale = useLocale();
  const [kind, setKind] = useState<keyof ReportPeople>("visitors");
  const textOf = (value: number | null): string => (value === null ? words.hidden : String(value));
  return (
    <section class="card stack">
      <h3>{words.traitsTitle}</h3>
      <p class="soft">{words.traitsLead}</p>
      <p class="soft">{words.traitsGiven}</p>
      <div class="no-print">
        <SelectField
          pointer="/kind"
          label={words.kind}
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as keyof ReportPeople)}
          choices={peopleNames.map((value) => ({ value, label: words.people[value] }))}
        />
      </div>
      <p class="print-only">
        {words.kind} <strong>{words.people[kind]}</strong>
      </p>
      {traits.map((trait) => {
        const bars = traitGroups[trait].map((group) => ({
          ...{ key: group, name: traitGroupText(trait, group, locale) },
          value: rowOf<number | null>(shown, trait, group)[kind],
        }));
        const title = words.chartOf(words.people[kind], words.traitOf[trait]);
        if (bars.every(({ value }) => value === null))
          return (
            <div key={trait} class="stack stack-tight">
              <h4>{words.traitOf[trait]}</h4>
              <p>{words.allHidden}</p>
            </div>
          );
        return (
          <div key={trait} class="chart-and-table">
            <h4>{words.traitOf[trait]}</h4>
            <BarChart title={title} bars={bars} />
            <NumberTable
              caption={title}
              head={[words.traitOf[trait], words.people[kind]]}
              rows={bars.map(({ key, name, value }) => ({ key, name, cells: [textOf(value)] }))}
              sum={{ key: "all", name: words.all, cells: [String(people[kind])] }}
            />
          </div>
        );
      })}
      <p class="soft">{words.unknownText}</p>
    </section>
  );
};
