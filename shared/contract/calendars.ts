import * as z from "zod/mini";
import { Locale } from "../domain/locale.ts";
import { operations } from "./operation.ts";

/** All of Seoul, or a zone. */
export const CalendarFile = z.enum(["seoul.ics", "seonam.ics", "dongnam.ics", "dongbuk.ics", "seobuk.ics", "dosim.ics"]);
export type CalendarFile = z.infer<typeof CalendarFile>;

export const calendarOperations = operations({
  "GET /api/public/calendars/{locale}/{file}": {
    summary:
      "Visits from two months ago on as a calendar to subscribe to (iCalendar), for all of Seoul or a zone. Cancelled ones stay in it as cancelled. With an ETag.",
    who: "anyone",
    params: z.strictObject({ locale: Locale, file: CalendarFile }),
    answers: { 200: { contentType: "text/calendar; charset=utf-8", description: "An iCalendar file." } },
    problems: [],
  },
});
