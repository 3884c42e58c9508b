import { districtAndZone } from "../../../../../shared/copy/districts.ts";
import { reportWords } from "../../../../../shared/copy/pages-manager-reports.ts";
import type { Locale } from "../../../../../shared/domain/locale.ts";
import { monthText } from "../../../../../shared/domain/months.ts";
import type { Grouping } from "../../../../../shared/domain/report-groups.ts";
import { zones } from "../../../../../shared/domain/zones.ts";

/** What a group of visits is called. */
export const groupName = (key: string, by: Grouping, locale: Locale): string => {
  const words = reportWords[locale];
  switch (by) {
    case "month":
      return monthText(key, locale);
    case "quarter": {
      const [year = "", quarter = ""] = key.split("-Q");
      return words.quarter(year, quarter);
    }
    case "year":
      return words.year(key);
    case "zone":
      return zones.find(({ code }) => code === key)?.[locale] ?? key;
    case "district":
      return districtAndZone(key, locale);
    case "place":
      return key;
  }
};
