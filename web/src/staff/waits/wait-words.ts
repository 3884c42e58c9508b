import type { PublicVisitDetail } from "../../../../shared/contract/public.ts";
import type { WaitRow } from "../../../../shared/contract/waitlist.ts";
import { centreServiceLabels } from "../../../../shared/copy/codes.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import type { Slot } from "../../../../shared/domain/slot.ts";

type Employers = PublicVisitDetail["employers"];

/** What a list is for: an employer's job, or a service of the centre. */
export function listWords(list: WaitRow["entry"]["list"], employers: Employers, locale: Locale): string {
  const services: Readonly<Record<string, Readonly<Record<Locale, string>>>> = centreServiceLabels;
  const service = services[list];
  if (service) return service[locale];
  for (const { nameKo, nameEn, postings } of employers) {
    const posting = postings.find(({ postingId }) => postingId === list);
    if (posting) return `${(locale === "en" && nameEn) || nameKo} · ${(locale === "en" && posting.draft.titleEn) || posting.draft.titleKo}`;
  }
  return "";
}

/** The lists in the order in which somebody first joined them, each with those who wait, in order of application. */
export function byList(waits: readonly WaitRow[]): [list: string, rows: WaitRow[]][] {
  const lists = new Map<string, WaitRow[]>();
  for (const row of waits) lists.set(row.entry.list, [...(lists.get(row.entry.list) ?? []), row]);
  return [...lists];
}

/** Who in the list asks for a slot that this entry asks for, and came before it. */
export const before = (waits: readonly WaitRow[], { entry: mine }: WaitRow): number =>
  waits
    .slice(
      0,
      waits.findIndex(({ entry }) => entry.waitId === mine.waitId),
    )
    .filter(({ entry }) => entry.list === mine.list && (!entry.slotId || !mine.slotId || entry.slotId === mine.slotId)).length;

/** Times of the list that can be given to this entry: not begun, and with a seat that nobody has or that is held for the list. */
export const timesFor = ({ entry }: WaitRow, slots: readonly Slot[], now: string): Slot[] =>
  slots.filter(
    (slot) =>
      (slot.postingId ?? slot.service) === entry.list &&
      (entry.slotId === undefined || entry.slotId === slot.slotId) &&
      slot.state === "open" &&
      now < slot.startsAt,
  );
