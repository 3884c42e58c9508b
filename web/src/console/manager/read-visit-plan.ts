import { type Instant, instantOf, LocalDate, LocalTime } from "../../../../shared/domain/seoul-time.ts";
import { numberIn, textIfAny, textIn } from "../../ui/use-form.ts";
import { rowsIn } from "../use-rows.ts";

export const deadlineNames = ["bookingClosesAt", "listAt", "reminderAt", "ticketMailAt"] as const;
export type DeadlineName = (typeof deadlineNames)[number];

export const eachDeadline = <Value>(make: (name: DeadlineName) => Value): Record<DeadlineName, Value> => ({
  bookingClosesAt: make("bookingClosesAt"),
  listAt: make("listAt"),
  reminderAt: make("reminderAt"),
  ticketMailAt: make("ticketMailAt"),
});

/** A deadline is typed as a date and a time in Seoul; what is neither stays as it is, for the schema to refuse. */
function instantTyped(date: string, time: string): Instant | string {
  const [on, at] = [LocalDate.safeParse(date), LocalTime.safeParse(time)];
  return on.success && at.success ? instantOf(on.data, at.data) : `${date} ${time}`.trim();
}

/** The fields of a visit's plan as the body of the request. Team lines left empty are left out. */
export const readVisitPlan = (data: FormData) => ({
  date: textIn(data, "/date"),
  startTime: textIn(data, "/startTime"),
  endTime: textIn(data, "/endTime"),
  ...(textIn(data, "/bus") !== "" && { bus: numberIn(data, "/bus") }),
  placeId: textIn(data, "/placeId"),
  team: rowsIn(data, (i) => `/team/${i}`)
    .map((i) => textIn(data, `/team/${i}`))
    .filter((line) => line.trim() !== ""),
  services: data.getAll("/services").map(String),
  desks: rowsIn(data, (i) => `/desks/${i}/deskId`).map((i) => ({
    deskId: textIn(data, `/desks/${i}/deskId`),
    label: textIn(data, `/desks/${i}/label`),
  })),
  ...textIfAny(data, "/noteKo", "noteKo"),
  ...textIfAny(data, "/noteEn", "noteEn"),
  deadlines: eachDeadline((name) => instantTyped(textIn(data, `/deadlines/${name}`), textIn(data, `/deadlines/${name}/time`))),
  rules: { gapMinutes: numberIn(data, "/rules/gapMinutes"), maxInterviews: numberIn(data, "/rules/maxInterviews") },
});
