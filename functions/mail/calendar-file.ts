import ical, { ICalAlarmType, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { epochMsOf, type Instant } from "../../shared/domain/seoul-time.ts";

export interface CalendarEntry {
  /** The same through moves and rebookings: `<bookingId>@<our domain>`. */
  readonly uid: string;
  /** Higher with every change; calendars ignore what is not newer than they have. */
  readonly sequence: number;
  /**
   * REQUEST and CANCEL go by mail: Gmail and Outlook enter, update and remove an entry only when it came as a REQUEST from
   * the mail's sender to the mailbox's owner; what came as PUBLISH can be added but not removed. PUBLISH is for the file
   * behind a link, whose reader may be anybody, so it names nobody as invited.
   */
  readonly method: "REQUEST" | "PUBLISH" | "CANCEL";
  /** Of what is published and will not take place. */
  readonly isCancelled?: boolean;
  /** When this version was made. */
  readonly stampAt: Instant;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly url: string;
  /** The mail's sender, name and bare address: a REQUEST from anybody else is not believed. */
  readonly organizer: { readonly name: string; readonly email: string };
  /** The mail's recipient; needed for REQUEST and CANCEL. */
  readonly attendee?: string | undefined;
  /** Words of the alarm one hour before; none on a cancellation. */
  readonly alarm?: string | undefined;
}

const hourSeconds = 3600;

/**
 * An iCalendar file (RFC 5545, RFC 5546) with one entry. Times are UTC instants: Korea has no daylight saving, the entry does
 * not repeat, and every calendar shows an instant in its owner's zone without having to understand a VTIMEZONE of ours.
 * Nobody is asked to answer (RSVP=FALSE, already accepted), because no mailbox reads the answers.
 */
export function calendarFile(entry: CalendarEntry): string {
  const cancelled = entry.method === "CANCEL" || entry.isCancelled === true;
  if (entry.method !== "PUBLISH" && entry.attendee === undefined) throw new Error(`${entry.method} needs an attendee`);
  const calendar = ical({
    prodId: { company: "jobstop", product: "jobstop", language: "KO" },
    method: ICalCalendarMethod[entry.method],
  });
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: dateOf(entry.stampAt),
    start: dateOf(entry.startAt),
    end: dateOf(entry.endAt),
    summary: entry.summary,
    location: entry.location,
    description: entry.description,
    url: entry.url,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: entry.organizer,
    attendees:
      entry.method === "PUBLISH" || entry.attendee === undefined
        ? []
        : [{ email: entry.attendee, rsvp: false, status: ICalAttendeeStatus.ACCEPTED }],
    alarms:
      cancelled || entry.alarm === undefined ? [] : [{ type: ICalAlarmType.display, triggerBefore: hourSeconds, description: entry.alarm }],
  });
  return calendar.toString();
}

/** A visit as an entry of a calendar that people subscribe to. */
export type FeedEntry = Pick<
  CalendarEntry,
  "uid" | "sequence" | "stampAt" | "startAt" | "endAt" | "summary" | "location" | "description" | "url"
> & {
  /** Kept in the calendar as cancelled: whoever has the entry already is told so by it. */
  readonly isCancelled: boolean;
};

/**
 * An iCalendar file to subscribe to: whoever has it asks for it again by themselves. Nobody is invited, and nothing rings.
 *
 * @param refreshSeconds how often calendars are asked to look again
 */
export function calendarFeed(entries: readonly FeedEntry[], feed: { name: string; url: string; refreshSeconds: number }): string {
  const calendar = ical({
    prodId: { company: "jobstop", product: "jobstop", language: "KO" },
    method: ICalCalendarMethod.PUBLISH,
    name: feed.name,
    source: feed.url,
    ttl: feed.refreshSeconds,
  });
  for (const { uid, stampAt, startAt, endAt, isCancelled, ...words } of entries)
    calendar.createEvent({
      ...words,
      id: uid,
      stamp: dateOf(stampAt),
      start: dateOf(startAt),
      end: dateOf(endAt),
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
}

function dateOf(instant: Instant): Date {
  return new Date(epochMsOf(instant));
}
