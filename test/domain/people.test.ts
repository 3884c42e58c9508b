import { expect, test } from "vitest";
import { ConsentCode, canonicalConsentText, consentText, currentConsentVersion } from "../../shared/domain/consents.ts";
import { locales } from "../../shared/domain/locale.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { isOldEnough } from "../../shared/domain/registration.ts";
import { LocalDate } from "../../shared/domain/seoul-time.ts";
import { DistrictCode, zoneOf, zones } from "../../shared/domain/zones.ts";

test.for([
  ["김하늘", "김○늘"],
  ["선우라온", "선○○온"],
  ["이담", "이○"],
  ["Anna Berg", "A○○a B○○g"],
  ["Li", "L○"],
  ["王", "王"],
  ["김 준", "김 ○"],
  ["김 하 늘", "김 ○ ○"],
  ["王 明", "王 ○"],
  ["王\u3000明", "王 ○"],
  ["J K", "J ○"],
  ["김 하늘", "김 하○"],
  ["𠮷田太郎", "𠮷○○郎"],
] as const)("%s is shown as %s", ([name, masked]) => {
  expect(maskName(name)).toBe(masked);
});

test("somebody who can be fifteen on the day is old enough, nobody younger is", () => {
  const day = LocalDate.parse("2026-12-03");
  expect([isOldEnough(2011, day), isOldEnough(2012, day)]).toEqual([true, false]);
});

test("every consent has a text of today in both languages, and no two are the same", () => {
  const texts = ConsentCode.options.flatMap((code) => locales.map((locale) => consentText(code, currentConsentVersion[code], locale)));
  const canonical = texts.map((text) => text && canonicalConsentText(text));
  expect(canonical).not.toContain(undefined);
  expect(new Set(canonical).size).toBe(texts.length);
  expect(consentText("to_employer", "1999-01", "ko")).toBeUndefined();
});

test("five zones have 25 districts, each with one code and one zone", () => {
  const codes = zones.flatMap(({ districts }) => districts.map(({ code }) => code));
  expect([zones.length, new Set(codes).size]).toEqual([5, 25]);
  for (const zone of zones) for (const { code } of zone.districts) expect(zoneOf(code)).toBe(zone.code);
  expect([zoneOf("26110"), DistrictCode.safeParse("26110").success]).toEqual([undefined, false]);
});
