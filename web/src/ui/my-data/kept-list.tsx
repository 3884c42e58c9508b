import type { KeptRecord, MyExport } from "../../../../shared/contract/my-data.ts";
import { keptRecordWords } from "../../../../shared/copy/kept-records.ts";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { dateText, type LocalDate } from "../../../../shared/domain/seoul-time.ts";
import type { ItemType } from "../../../../shared/wiring.ts";
import { dateWithYear } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Facts } from "../card.tsx";
import { factsOfRecord, thingsIn } from "./facts-of-record.ts";

/** In the order of `kinds`: what people know best comes first. */
const groupsOf = (records: readonly KeptRecord[], order: readonly string[]) =>
  [...Map.groupBy(records, ({ what }) => what)].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));

type Props = {
  all: Pick<MyExport, "records" | "visits">;
  /** Every kind is unfolded from the start: what is folded is not printed. */
  isOpen?: boolean;
};

/** Everything that is kept, kind by kind, in plain words. */
export const KeptList = ({ all: { records, visits }, isOpen = false }: Props) => {
  const locale = useLocale();
  const words = useWords(myDataWords);
  const { kinds, otherKind, facts } = useWords(keptRecordWords);
  const visitText = (visitId: string | null): string | undefined => {
    const visit = visits.find((one) => one.visitId === visitId);
    return visit && `${dateText(visit.date, locale)} ${locale === "ko" ? visit.placeNameKo : visit.placeNameEn}`;
  };
  return (
    <section class="card stack" aria-labelledby="kept">
      <h2 id="kept">{words.keptTitle}</h2>
      {!isOpen && <p class="soft">{words.keptLead}</p>}
      {groupsOf(records, Object.keys(kinds)).map(([what, group]) => (
        <details class="more-facts" key={what} open={isOpen}>
          <summary>
            {kinds[what as ItemType] ?? otherKind}
            <span class="soft small kept-until">
              {words.count(group.reduce((sum, record) => sum + thingsIn(record), 0))}
              {lastOf(group) && `, ${words.until(dateWithYear(lastOf(group) as LocalDate, locale))}`}
              {what === "interview-outcome" && `, ${words.countsOnly}`}
            </span>
          </summary>
          <ul class="stack kept-records" role="list">
            {group.map((record, i) => (
              <li key={i}>
                <Facts long={isOpen} rows={[[facts.visit, visitText(record.visitId)], ...factsOfRecord(record, locale)]} />
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
