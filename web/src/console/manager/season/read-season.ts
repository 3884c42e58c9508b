import type { SeasonRules } from "../../../../../shared/domain/season-plan.ts";
import type { LocalDate, LocalTime } from "../../../../../shared/domain/seoul-time.ts";
import type { CentreService } from "../../../../../shared/domain/services.ts";
import type { Desk } from "../../../../../shared/domain/visit.ts";
import type { Zone } from "../../../../../shared/domain/zones.ts";
import { textIn } from "../../../ui/use-form.ts";
import { rowsIn } from "../../use-rows.ts";

/** What every visit of the season has alike. */
export type Common = { team: string[]; services: CentreService[]; desks: Desk[] };
export type SeasonForm = { rules: SeasonRules; common: Common };

const numbersIn = (data: FormData, pointer: string): number[] => data.getAll(pointer).map(Number);

/** The fields of the rules. Rows without a date are left out. The browser's own fields give dates and times, or nothing. */
export const readSeason = (data: FormData, rotation: readonly Zone[]): SeasonForm => ({
  rules: {
    from: textIn(data, "/from") as LocalDate,
    to: textIn(data, "/to") as LocalDate,
    weekdays: numbersIn(data, "/weekdays"),
    rotation,
    indoorMonths: numbersIn(data, "/indoorMonths"),
    closings: rowsIn(data, (i) => `/closings/${i}/from`).flatMap((i) => {
      const from = textIn(data, `/closings/${i}/from`) as LocalDate;
      const to = (textIn(data, `/closings/${i}/to`) || from) as LocalDate;
      return from ? [{ from, to, why: textIn(data, `/closings/${i}/why`).trim() }] : [];
    }),
    examDays: rowsIn(data, (i) => `/exams/${i}`)
      .map((i) => textIn(data, `/exams/${i}`) as LocalDate)
      .filter((date) => date !== ""),
    startTime: textIn(data, "/startTime") as LocalTime,
    examStartTime: textIn(data, "/examStartTime") as LocalTime,
    endTime: textIn(data, "/endTime") as LocalTime,
    bus: Number(textIn(data, "/bus")) || 1,
  },
  common: {
    team: [textIn(data, "/team/0").trim()].filter((name) => name !== ""),
    services: data.getAll("/services").map(String) as CentreService[],
    desks: rowsIn(data, (i) => `/desks/${i}/deskId`).map((i) => ({
      deskId: textIn(data, `/desks/${i}/deskId`) as Desk["deskId"],
      label: textIn(data, `/desks/${i}/label`),
    })),
  },
});
