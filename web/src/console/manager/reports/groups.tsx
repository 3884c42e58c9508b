import { useState } from "preact/hooks";
import type { VisitReport } from "../../../../../shared/contract/reports.ts";
import { districtAndZone } from "../../../../../shared/copy/districts.ts";
import { type ReportWords, reportWords } from "../../../../../shared/copy/pages-manager-reports.ts";
import type { Locale } from "../../../../../shared/domain/locale.ts";
import { monthText } from "../../../../../shared/domain/months.ts";
import { type Grouping, groupedVisits, groupings, visitorsIn } from "../../../../../shared/domain/report-groups.ts";
import { zones } from "../../../../../shared/domain/zones.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Facts } from "../../../ui/card.tsx";
import { SelectField } from "../../../ui/field.tsx";

const nameOf = (key: string, by: Grouping, words: ReportWords, locale: Locale): string => {
  if (by === "month") return monthText(key, locale);
  if (by === "quarter") {
    const [year = "", quarter = ""] = key.split("-Q");
    return words.quarter(year, quarter);
  }
  if (by === "zone") return zones.find(({ code }) => code === key)?.[locale] ?? key;
  return by === "district" ? districtAndZone(key, locale) : key;
};

/** What the groups are compared by, beside the bar. */
const shownOfGroup = ["consultations", "referrals", "interviews", "placements"] as const;

/** The visits of a report added up by time or by where they were, each with a bar as long as many people came to one of its visits: where to go next. */
export const Groups = ({ visits }: { visits: readonly VisitReport[] }) => {
  const words = useWords(reportWords);
  const locale = useLocale();
  const [by, setBy] = useState<Grouping>("zone");
  const groups = groupedVisits(visits, by).map((group) => ({ ...group, each: visitorsIn(group.counts) / group.visits }));
  const most = Math.max(1, ...groups.map(({ each }) => each));
  return (
    <section class="card stack">
      <h3>{words.groupsTitle}</h3>
      <p class="soft">{words.groupsLead}</p>
      <SelectField
        pointer="/by"
        label={words.by}
        value={by}
        onChange={({ currentTarget }) => setBy(currentTarget.value as Grouping)}
        choices={groupings.map((value) => ({ value, label: words.groupings[value] }))}
      />
      <ul class="stack groups" role="list">
        {groups.map(({ key, visits: held, counts, each }) => (
          <li key={key} class="stack-tight">
            <h4 lang={by === "place" ? "ko" : undefined}>{nameOf(key, by, words, locale)}</h4>
            <p>{words.perVisit(String(Math.round(10 * each) / 10))}</p>
            <span class="bar" style={{ inlineSize: `${(100 * each) / most}%` }} aria-hidden="true" />
            <Facts
              rows={[[words.visits, words.times(held)], ...shownOfGroup.map((name) => [words.counts[name], String(counts[name])] as const)]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};
