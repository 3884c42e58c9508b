import { describe, expect, test } from "vitest";
import { zones } from "../../shared/domain/zones.ts";
import { tiles } from "../../web/src/seeker/visits/tile-map.ts";

type District = { code: string; ko: string; en: string };
const districts = zones.flatMap((zone): readonly District[] => zone.districts);

describe("the map of the districts", () => {
  test("shows each of the 25 districts once", () => {
    expect(tiles.map(({ district }) => district).sort()).toEqual(districts.map(({ code }) => code).sort());
  });

  test("puts no two on the same tile and none outside six columns and five rows", () => {
    const spots = tiles.map(({ column, row }) => `${column}/${row}`);
    expect(new Set(spots).size).toBe(tiles.length);
    for (const { column, row } of tiles) {
      expect(column).toBeGreaterThanOrEqual(1);
      expect(column).toBeLessThanOrEqual(6);
      expect(row).toBeGreaterThanOrEqual(1);
      expect(row).toBeLessThanOrEqual(5);
    }
  });

  test.each(tiles)("calls $district by the beginning of its name", ({ district, ko, en }) => {
    const full = districts.find(({ code }) => code === district);
    expect(full?.ko.startsWith(ko.join(""))).toBe(true);
    expect(full?.en.startsWith(en.join("").replace(/^./, (first) => first.toUpperCase()))).toBe(true);
  });
});
