import type { PublicVisitDetail } from "../../../../shared/contract/public.ts";
import type { DayPerson, VisitDay } from "../../../../shared/contract/staff.ts";
import { centreServiceLabels } from "../../../../shared/copy/codes.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import type { Slot } from "../../../../shared/domain/slot.ts";
import { hasRoom } from "../times-fit.ts";

export type FreeTime = Slot & { deskLabel: string };
/** Free times of one job or service, by time. */
export type FreeTimes = {
  key: string;
  what: string;
  isScreened: boolean;
  employerId: Slot["employerId"];
  employer: string;
  times: FreeTime[];
};

type Given = {
  slots: readonly Slot[];
  day: VisitDay;
  person: DayPerson;
  employers: PublicVisitDetail["employers"];
  now: Instant;
  locale: Locale;
  /** A booking that would be given up: its own time is left out. */
  except?: DayPerson["bookings"][number] | undefined;
};

/** What staff can book for a person now: seats that are free, times that have not begun and fit beside what the person has. */
export function freeTimesFor({ slots, day, person, employers, now, locale, except }: Given): FreeTimes[] {
  const found = new Map<string, FreeTimes>();
  for (const slot of slots) {
    const isFree = slot.state === "open" && slot.taken < slot.seats && now < slot.startsAt;
    if (!isFree || slot.slotId === except?.seen.slotId || !hasRoom(person, slot, day.visit.rules, except?.bookingId)) continue;
    const key = slot.postingId ?? slot.service ?? "";
    const group = found.get(key) ?? { key, ...nameOf(slot, employers, locale), isScreened: false, employerId: slot.employerId, times: [] };
    group.isScreened ||= slot.mode === "screened";
    const desk = day.visit.desks.find(({ deskId }) => deskId === slot.deskId);
    group.times.push({ ...slot, deskLabel: desk?.label ?? slot.deskId });
    found.set(key, group);
  }
  return [...found.values()].sort((a, b) => a.what.localeCompare(b.what, locale));
}

function nameOf({ postingId, service }: Slot, employers: Given["employers"], locale: Locale): { what: string; employer: string } {
  if (service) return { what: centreServiceLabels[service][locale], employer: "" };
  for (const { nameKo, nameEn, postings } of employers) {
    const posting = postings.find((one) => one.postingId === postingId);
    if (!posting) continue;
    const title = (locale === "en" && posting.draft.titleEn) || posting.draft.titleKo;
    return { what: `${(locale === "en" && nameEn) || nameKo} · ${title}`, employer: nameKo };
  }
  return { what: "", employer: "" };
}
