import { describe, expect, test } from "vitest";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import type { DistrictCode } from "../../shared/domain/zones.ts";
import { choiceIn, datesByMonth, fits, searchOf, visitsByDistrict } from "../../web/src/seeker/visits/choice.ts";

const visit = (date: string, zone: "seonam" | "dosim", districtCode: string) => ({
  date: date as LocalDate,
  place: { zone, districtCode: districtCode as DistrictCode },
});
const guro = visit("2026-11-26", "seonam", "11530");
const gangseo = visit("2026-12-03", "seonam", "11500");
const yongsan = visit("2026-12-03", "dosim", "11170");
const all = [guro, gangseo, yongsan];
const found = (search: string) => all.filter((candidate) => fits(choiceIn(search), candidate));

describe("looking for a visit", () => {
  test("finds by zone, district and date, alone and together", () => {
    expect(found("")).toEqual(all);
    expect(found("?area=seonam")).toEqual([guro, gangseo]);
    expect(found("?area=11170")).toEqual([yongsan]);
    expect(found("?date=2026-12-03")).toEqual([gangseo, yongsan]);
    expect(found("?area=seonam&date=2026-12-03")).toEqual([gangseo]);
  });

  test("takes an area that does not exist for all of Seoul", () => {
    expect(found("?area=99999")).toEqual(all);
  });

  test.each(["", "?area=seonam", "?area=11170&date=2026-12-03"])("keeps the choice in the address: %s", (search) => {
    expect(searchOf(choiceIn(search))).toBe(search);
  });
});

test("the map counts visits by district", () => {
  expect([...visitsByDistrict([...all, guro])]).toEqual([
    ["11530", 2],
    ["11500", 1],
    ["11170", 1],
  ]);
});

test("each date is offered once, by month", () => {
  expect(datesByMonth(all)).toEqual([
    [11, ["2026-11-26"]],
    [12, ["2026-12-03"]],
  ]);
});
