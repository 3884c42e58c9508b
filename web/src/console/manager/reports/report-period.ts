import { firstDayOf, lastDayOf, monthOf, monthsLater } from "../../../../../shared/domain/months.ts";
import { addDays, type LocalDate } from "../../../../../shared/domain/seoul-time.ts";

export const presets = ["month", "lastMonth", "quarter", "year"] as const;
export type Preset = (typeof presets)[number];

const monthsOfQuarter = 3;

/** Days in Seoul, both included, none later than today; a year is a season of the bus. */
export const presetPeriod = (preset: Preset, today: LocalDate): { from: LocalDate; to: LocalDate } => {
  const month = monthOf(today);
  switch (preset) {
    case "month":
      return { from: firstDayOf(month), to: today };
    case "lastMonth": {
      const last = monthOf(addDays(firstDayOf(month), -1));
      return { from: firstDayOf(last), to: lastDayOf(last) };
    }
    case "quarter": {
      const first = monthsOfQuarter * Math.floor((Number(month.slice(5)) - 1) / monthsOfQuarter);
      return { from: monthsLater(`${month.slice(0, 4)}-01-01` as LocalDate, first), to: today };
    }
    case "year":
      return { from: `${month.slice(0, 4)}-01-01` as LocalDate, to: today };
  }
};
