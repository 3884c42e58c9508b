import type { KeptRecord, MyExport } from "../../../../shared/contract/my-data.ts";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import { dateText, type LocalDate, yearOf } from "../../../../shared/domain/seoul-time.ts";
import type { ItemType } from "../../../../shared/wiring.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Facts } from "../../ui/card.tsx";
import { factsOfRecord } from "./facts-of-record.ts";

/** A date that may be years away. */
export const dateWithYear = (date: LocalDate, locale: Locale): string =>
  locale === "ko" ? `${yearOf(date)}년 ${dateText(date, "ko")}` : `${dateText(date, "en")} ${yearOf(date)}`;

/** In the order of `kinds`: what people know best comes first. */
const groupsOf = (records: readonly KeptRecord[], order: readonly string[]) =>
  [...Map.groupBy(records, ({ what }) => what)].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));

/** Everything that is kept, kind by kind, in plain words. */
export const KeptList = ({ all: { records, visits } }: { all: MyExport }) => {
  const locale = useLocale();
  const words = useWords(myDataWords);
  const visitText = (visitId: string | null): string | undefined => {
    const visit = visits.find((one) => one.visitId === visitId);
    return visit && `${dateText(visit.date, locale)} ${locale === "ko" ? visit.placeNameKo : visit.placeNameEn}`;
  };
  return (
    <section class="card stack" aria-labelledby="kept">
      <h2 id="kept">{words.keptTitle}</h2>
      <p class="soft">{words.keptLead}</p>
      {groupsOf(records, Object.keys(words.kinds)).map(([what, group]) => (
        <details class="more-facts" key={what}>
          <summary>
            {words.kinds[what as ItemType] ?? words.otherKind}
            <span class="soft small kept-until">
              {words.count(group.length)}
              {lastOf(group) && `, ${words.until(dateWithYear(lastOf(group) as LocalDate, locale))}`}
              {what === "interview-outcome" && `, ${words.countsOnly}`}
            </span>
          </summary>
          <ul class="stack kept-records" role="list">
            {group.map((record, i) => (
              <li key={i}>
                <Facts rows={[[words.facts.visit, visitText(record.visitId)], ...factsOfRecord(record, locale)]} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
};

/** Of several, the last day. */
const lastOf = (group: readonly KeptRecord[]): LocalDate | undefined =>
  group
    .flatMap(({ keptUntil }) => keptUntil ?? [])
    .sort()
    .at(-1);
