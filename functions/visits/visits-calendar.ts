import type { CalendarFile } from "../../shared/contract/calendars.ts";
import { visitsCalendarWords } from "../../shared/copy/visits-calendar.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { placeNameOf } from "../../shared/domain/place.ts";
import { addDays, instantOf, type LocalTime, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { type Zone, zones } from "../../shared/domain/zones.ts";
import { calendarFeed, type FeedEntry } from "../mail/calendar-file.ts";
import { mailLinks } from "../mail/mail-links.ts";
import type { Deps } from "../platform/deps.ts";
import { hashOf } from "../platform/hash-of.ts";
import { listVisitsWithZones } from "./visit-reads.ts";

/** So far back and ahead a calendar reaches: who missed a change sees it, and a season that was planned early is there whole. */
const daysBack = 60;
const daysAhead = 550;
const refreshSeconds = 6 * 60 * 60;

const zoneOfFile = (file: CalendarFile): Zone | undefined => zones.find(({ code }) => file === `${code}.ics`)?.code;

type Listed = Awaited<ReturnType<typeof listVisitsWithZones>>[number];

type Asked = { locale: Locale; file: CalendarFile; origin: string };

/** The visit's id stays its UID through all that happens to it, and its version, which only grows, is the SEQUENCE. */
const entryOf = (
  { visit, place }: Listed,
  isGone: boolean,
  { locale, origin }: Omit<Asked, "file">,
  stampAt: FeedEntry["stampAt"],
): FeedEntry => {
  const words = visitsCalendarWords[locale];
  const isCancelled = isGone || visit.state === "cancelled";
  const url = mailLinks(origin, locale).visit(visit.visitId);
  const summary = words.summary(placeNameOf(place, locale));
  return {
    uid: `${visit.visitId}@${new URL(origin).hostname}`,
    sequence: visit.version,
    stampAt,
    startAt: instantOf(visit.date, visit.startTime),
    endAt: endOfVisit(visit),
    summary: isCancelled ? words.cancelled(summary) : summary,
    location: [placeNameOf(place, locale), place.roadAddress].filter(Boolean).join(", "),
    description: isCancelled ? words.cancelledDescription(url) : words.description(url),
    url,
    isCancelled,
  };
};

/**
 * The visits of Seoul, or of a zone, as a calendar. A visit that was cancelled stays in it as cancelled, one that was moved to another zone too. The same visits on
 * the same day in Seoul give the same bytes, and so the same tag.
 */
export const visitsCalendar = async ({ db, clock }: Deps, { file, ...asked }: Asked): Promise<{ text: string; etag: string }> => {
  const today = seoulDateOf(clock.now());
  const zone = zoneOfFile(file);
  const visits = await listVisitsWithZones(db, addDays(today, -daysBack), addDays(today, daysAhead));
  const stampAt = instantOf(today, "00:00" as LocalTime);
  const entries = visits.flatMap((listed) => {
    const isHere = !zone || listed.place.zone === zone;
    return isHere || listed.leftZones.has(zone) ? [entryOf(listed, !isHere, asked, stampAt)] : [];
  });
  const { locale, origin } = asked;
  const name = visitsCalendarWords[locale].name(zones.find(({ code }) => code === zone)?.[locale]);
  const text = calendarFeed(entries, { name, url: `${origin}/api/public/calendars/${locale}/${file}`, refreshSeconds });
  return { text, etag: `"${hashOf(text).slice(0, 27)}"` };
};
