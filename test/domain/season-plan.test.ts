import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entranceExamDays, holidayOn, holidayYears, knowsHolidaysOf } from "../../shared/domain/holidays.ts";
import type { PlaceId } from "../../shared/domain/ids.ts";
import {
  closedOn,
  fitsSeason,
  type PlanPlace,
  planSeason,
  refusalOf,
  type SeasonRules,
  startOn,
  type TakenDay,
} from "../../shared/domain/season-plan.ts";
import { addDays, type LocalDate, type LocalTime, weekdayOf } from "../../shared/domain/seoul-time.ts";
import { type DistrictCode, Zone, zones } from "../../shared/domain/zones.ts";

const day = (text: string) => text as LocalDate;
const time = (text: string) => text as LocalTime;

/** One place with a roof and one without in each of the 25 districts. */
const everywhere: PlanPlace[] = zones.flatMap(({ code: zone, districts }) =>
  districts.flatMap(({ code }) =>
    [true, false].map((indoorWaiting) => ({
      placeId: `p-${code}-${indoorWaiting ? "in" : "out"}` as PlaceId,
      zone,
      districtCode: code as DistrictCode,
      indoorWaiting,
    })),
  ),
);

const rules: SeasonRules = {
  ...{ from: day("2027-01-01"), to: day("2027-12-31"), weekdays: [4], rotation: Zone.options, indoorMonths: [1, 2, 7, 8, 12] },
  ...{ closings: [], examDays: entranceExamDays, bus: 1 },
  ...{ startTime: time("10:00"), examStartTime: time("11:00"), endTime: time("17:00") },
};
const placeOf = (id: PlaceId) => everywhere.find(({ placeId }) => placeId === id) as PlanPlace;
const takenAt = (place: PlanPlace, date: string, bus: number | null = 1): TakenDay => ({ ...place, date: day(date), bus });

describe("public holidays", () => {
  test("substitute holidays are known by what they stand for", () => {
    expect(holidayOn(day("2026-03-02"), "ko")).toBe("대체공휴일(3ㆍ1절)");
    expect(holidayOn(day("2026-03-02"), "en")).toBe("Substitute holiday (Independence Movement Day)");
    expect(holidayOn(day("2027-12-27"), "en")).toBe("Substitute holiday (Christmas Day)");
    expect(holidayOn(day("2027-12-28"), "ko")).toBeUndefined();
  });

  test("a year that is not known is not guessed", () => {
    expect(holidayYears).toEqual([2026, 2027]);
    expect(knowsHolidaysOf(day("2028-01-01"))).toBe(false);
    expect(() => holidayOn(day("2028-01-01"), "ko")).toThrow(RangeError);
    expect(refusalOf({ ...rules, to: day("2028-01-06") })).toBe("year-unknown");
  });
});

describe("a season by rule", () => {
  test("a Thursday of 2027 that is a holiday is left out, and the zone keeps its turn", () => {
    const { visits, none } = planSeason({ ...rules, from: day("2027-05-06"), to: day("2027-05-20") }, everywhere, []);
    expect(none).toEqual([{ date: "2027-05-13", because: "holiday", why: "부처님 오신 날" }]);
    expect(visits.map(({ date, placeId }) => [date, placeOf(placeId).zone])).toEqual([
      ["2027-05-06", "seonam"],
      ["2027-05-20", "dongnam"],
    ]);
  });

  test("on the day of the entrance exam the bus begins later", () => {
    expect([startOn(day("2027-11-18"), rules), startOn(day("2027-11-25"), rules)]).toEqual(["11:00", "10:00"]);
  });

  test("what is planned already keeps its day, counts for its district, and is not planned again", () => {
    const [first] = everywhere as [PlanPlace];
    const { visits, none } = planSeason({ ...rules, to: day("2027-03-31") }, everywhere, [takenAt(first, "2027-01-07")]);
    expect(none[0]).toEqual({ date: "2027-01-07", because: "taken", why: "" });
    expect(visits.slice(0, 5).map(({ placeId }) => placeOf(placeId).zone)).toEqual(["dongnam", "dongbuk", "seobuk", "dosim", "seonam"]);
    expect(visits.some(({ placeId }) => placeOf(placeId).districtCode === first.districtCode)).toBe(false);
    const stored = visits.map(({ date, placeId }) => takenAt(placeOf(placeId), date));
    expect(planSeason({ ...rules, to: day("2027-03-31") }, everywhere, [takenAt(first, "2027-01-07"), ...stored]).visits).toEqual([]);
  });

  test("days on which the centre is closed are left out, the first and the last of them, too", () => {
    const closings = [{ from: day("2027-03-11"), to: day("2027-03-18"), why: "차량 정비" }];
    const { visits, none } = planSeason({ ...rules, closings, from: day("2027-03-04"), to: day("2027-03-25") }, everywhere, []);
    expect(visits.map(({ date }) => date)).toEqual(["2027-03-04", "2027-03-25"]);
    expect(none).toEqual(["2027-03-11", "2027-03-18"].map((date) => ({ date, because: "closed", why: "차량 정비" })));
  });

  test("a district that was often visited waits until the others have caught up, however long ago that was", () => {
    const [often, rarely] = everywhere.filter(({ zone, indoorWaiting }) => zone === "dosim" && indoorWaiting) as [PlanPlace, PlanPlace];
    const taken = ["2026-03-05", "2026-03-12"].map((date) => takenAt(often, date)).concat(takenAt(rarely, "2026-12-03"));
    const { visits } = planSeason(
      { ...rules, rotation: ["dosim"], from: day("2027-01-07"), to: day("2027-01-28") },
      [often, rarely],
      taken,
    );
    expect(visits.map(({ placeId }) => placeId)).toEqual([rarely, often, rarely, often].map(({ placeId }) => placeId));
  });

  test("a zone with no place under a roof in a cold month lets the next one go first and is next after it", () => {
    const places = everywhere.filter(({ zone, indoorWaiting }) => zone !== "seonam" || !indoorWaiting);
    const { visits } = planSeason({ ...rules, from: day("2027-02-18"), to: day("2027-03-04") }, places, []);
    expect(visits.map(({ placeId }) => placeOf(placeId).zone)).toEqual(["dongnam", "dongbuk", "seonam"]);
  });

  test("rules that cannot be are refused by name", () => {
    expect(refusalOf({ ...rules, to: day("2026-12-31") })).toBe("end-before-start");
    expect(refusalOf({ ...rules, from: day("2026-01-01"), to: day("2027-12-31") })).toBe("season-too-long");
    expect(refusalOf({ ...rules, weekdays: [] })).toBe("no-weekday");
    expect(refusalOf({ ...rules, rotation: [] })).toBe("no-zone");
    expect(refusalOf({ ...rules, endTime: time("10:30") })).toBe("hours-in-reverse");
    expect(() => planSeason({ ...rules, weekdays: [] }, everywhere, [])).toThrow("no-weekday");
  });
});

describe("whatever the rules", () => {
  const dates = fc.integer({ min: 0, max: 729 }).map((n) => addDays(day("2026-01-01"), n));
  const someRules = fc
    .record({
      start: dates,
      days: fc.integer({ min: 0, max: 400 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }),
      rotation: fc.shuffledSubarray([...Zone.options], { minLength: 1 }),
      indoorMonths: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }),
      closings: fc.array(
        fc.record({ at: dates, length: fc.integer({ min: 0, max: 20 }) }).map(({ at, length }) => ({
          ...{ from: at, to: addDays(at, length), why: "차량 정비" },
        })),
        { maxLength: 4 },
      ),
    })
    .map(({ start, days, ...rest }): SeasonRules => {
      const end = addDays(start, days);
      return { ...rules, ...rest, from: start, to: end > "2027-12-31" ? day("2027-12-31") : end };
    });
  const somePlaces = fc.shuffledSubarray(everywhere, { minLength: 1 });
  const someTaken = fc.array(
    fc.record({ date: dates, place: fc.constantFrom(...everywhere), bus: fc.constantFrom(1, 2, null) }).map(({ date, place, bus }) => ({
      ...{ ...place, date, bus },
    })),
    { maxLength: 30 },
  );

  test("no visit falls on a closed day, on a day that is taken, or outdoors in an indoor month; every day of the rule is accounted for", () => {
    fc.assert(
      fc.property(someRules, somePlaces, someTaken, (given, places, taken) => {
        const { visits, none } = planSeason(given, places, taken);
        for (const { date, placeId } of visits) {
          expect(closedOn(date, given.closings)).toBeUndefined();
          expect(given.weekdays).toContain(weekdayOf(date));
          expect(fitsSeason(placeOf(placeId), date, given.indoorMonths)).toBe(true);
          expect(given.rotation).toContain(placeOf(placeId).zone);
          const today = taken.filter((one) => one.date === date);
          // No place twice at once, whoever is there.
          expect(today.some((one) => one.placeId === placeId || one.bus !== 2)).toBe(false);
        }
        const all = [...visits, ...none].map(({ date }) => date).sort();
        expect(new Set(all).size).toBe(all.length);
        let expected = 0;
        for (let date = given.from; date <= given.to; date = addDays(date, 1)) if (given.weekdays.includes(weekdayOf(date))) expected++;
        expect(all).toHaveLength(expected);
      }),
    );
  });

  test("zones take turns, and the districts of a zone are within one visit of each other", () => {
    fc.assert(
      fc.property(someRules, (given) => {
        const { visits } = planSeason(given, everywhere, []);
        const zonesInOrder = visits.map(({ placeId }) => placeOf(placeId).zone);
        expect(zonesInOrder).toEqual(zonesInOrder.map((_, i) => given.rotation[i % given.rotation.length]));
        for (const zone of zones.filter(({ code }) => given.rotation.includes(code))) {
          const counts = zone.districts.map(
            ({ code }) => visits.filter(({ placeId }) => placeOf(placeId).districtCode === (code as string)).length,
          );
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("the order in which places and visits come makes no difference", () => {
    fc.assert(
      fc.property(someRules, somePlaces, someTaken, (given, places, taken) => {
        const one = planSeason(given, places, taken);
        expect(planSeason(given, places.toReversed(), taken)).toEqual(one);
        expect(planSeason(given, places, taken)).toEqual(one);
      }),
    );
  });
});
