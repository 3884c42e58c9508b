import * as z from "zod/mini";
import { PlaceId } from "../../../shared/domain/ids.ts";
import { Instant, LocalDate, LocalTime } from "../../../shared/domain/seoul-time.ts";
import { read } from "../centre-seed.ts";

/** What a visit that is over came to; of who enrolled `ages` in the bands of `ageBands`, and `sexes`: women, men, who did not say. */
const Result = z.object({
  visitors: z.int(),
  consultations: z.int(),
  startupConsultations: z.int(),
  aptitudeTests: z.int(),
  newRegistrations: z.int(),
  referrals: z.int(),
  employersOnSite: z.int(),
  interviewsBooked: z.int(),
  interviewsDone: z.int(),
  noShows: z.int(),
  hiredConfirmed: z.int(),
  resultsPending: z.int(),
  ages: z.array(z.int()),
  sexes: z.tuple([z.int(), z.int(), z.int()]),
  hiredThroughLaterReferral: z.int(),
});
export type Result = z.infer<typeof Result>;

const FiledVisit = z.object({
  date: LocalDate,
  startTime: LocalTime,
  endTime: LocalTime,
  placeId: PlaceId,
  status: z.enum(["completed", "cancelled", "open", "planned", "draft"]),
  moved: z.optional(z.object({ fromPlaceId: PlaceId, reasonKo: z.string() })),
  cancel: z.optional(z.object({ reasonKo: z.string(), decidedAt: Instant })),
  result: z.optional(Result),
  plan: z.optional(z.object({ employersInvited: z.int() })),
});
export type FiledVisit = z.infer<typeof FiledVisit>;

/** The day on which the file was written, and the season stands: what is over by then took place. */
export const seasonToday = LocalDate.parse("2026-11-23");

/** The season of 2026 and 2027 as the centre planned it, with what its past visits came to; fictional figures. */
export const readSeason = (): FiledVisit[] => read("season.json", z.array(FiledVisit));
