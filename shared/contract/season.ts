import * as z from "zod/mini";
import { AccountId, PlaceId, VisitId } from "../domain/ids.ts";
import { Place } from "../domain/place.ts";
import { LocalDate } from "../domain/seoul-time.ts";
import { StaffRole, VisitState } from "../domain/states.ts";
import { Duty, VisitTeam } from "../domain/team.ts";
import { BusNo, Visit } from "../domain/visit.ts";
import { DistrictCode, Zone } from "../domain/zones.ts";
import { deskStaff, managers, operations } from "./operation.ts";

/** A visit as far as the season looks at it, whatever became of it. */
export const SeasonVisit = z.strictObject({
  visitId: VisitId,
  date: LocalDate,
  state: VisitState,
  bus: z.nullable(BusNo),
  placeId: PlaceId,
  placeNameKo: z.string(),
  placeNameEn: z.string(),
  zone: Zone,
  districtCode: DistrictCode,
});
export type SeasonVisit = z.infer<typeof SeasonVisit>;

/** Another visit of the same day at which somebody of the team works, too. */
const TeamClash = z.strictObject({ visitId: VisitId, placeNameKo: z.string(), placeNameEn: z.string() });

export const ShownTeam = z.strictObject({
  visit: Visit,
  place: Place,
  /** 0 while nobody has written one. */
  version: z.int(),
  members: z.array(
    z.strictObject({
      ...Duty.shape,
      name: z.string(),
      /** By which roles they may act at this visit; without one they cannot sign in to its pages. */
      rights: z.array(StaffRole),
      clashes: z.array(TeamClash),
    }),
  ),
  contacts: VisitTeam.shape.contacts,
  /** Everybody who could be chosen: for managers only, else empty. */
  choices: z.array(z.strictObject({ accountId: AccountId, name: z.string(), roles: z.array(StaffRole) })),
});
export type ShownTeam = z.infer<typeof ShownTeam>;

const onVisit = z.strictObject({ visitId: VisitId });

export const seasonOperations = operations({
  "GET /api/staff/season": {
    summary: "Every visit between two dates, both included, cancelled ones too, by date; at most three years.",
    who: managers,
    query: z.strictObject({ from: LocalDate, to: LocalDate }),
    answers: { 200: z.strictObject({ today: LocalDate, visits: z.array(SeasonVisit) }) },
    problems: ["season-too-long"],
  },
  "GET /api/staff/visits/{visitId}/team": {
    summary: "Who works at a visit, at which desk, from when to when; and who of them works elsewhere that day.",
    who: deskStaff,
    params: onVisit,
    answers: { 200: ShownTeam },
    problems: [],
  },
  "PUT /api/staff/visits/{visitId}/team": {
    summary: "Write the team of a visit, as seen at a version. Somebody who works elsewhere that day is refused until that is settled.",
    who: managers,
    params: onVisit,
    body: z.strictObject({ seen: z.int().check(z.minimum(0)), team: VisitTeam }),
    answers: { 200: ShownTeam },
    problems: ["team-changed"],
  },
});
