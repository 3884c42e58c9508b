import { describe, expect, test } from "vitest";
import { centre } from "../../shared/centre.ts";
import { noticeSince, privacyWords } from "../../shared/copy/pages-seeker/privacy.ts";
import { categoryWords, limitText } from "../../shared/copy/retention.ts";
import { ConsentCode, consentText, currentConsentVersion, earlierVersions } from "../../shared/domain/consents.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { type RetentionCategory, retention } from "../../shared/domain/retention.ts";
import { dateText } from "../../shared/domain/seoul-time.ts";
import { renderPages } from "../../web/src/seeker/prerendered.tsx";

const textIn = (locale: Locale): string => {
  const page = renderPages().find((one) => one.page === "privacy" && one.locale === locale);
  return (page?.body ?? "")
    .replace(/<[^>]+>/g, "\n")
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"');
};
const categories = Object.keys(retention) as RetentionCategory[];

describe.each(["ko", "en"] as const)("the notice on personal data, in %s", (locale) => {
  const text = textIn(locale);
  const lines = text.split("\n").map((line) => line.trim());

  test("names who answers for it and how to reach them, and since when it is in force", () => {
    const { who, phone, mail } = centre.privacyOfficer;
    for (const words of [who[locale], phone, mail, dateText(noticeSince, locale)]) expect(text).toContain(words);
  });

  test.each(categories)("says how long %s is kept, as the purge has it", (category) => {
    const at = lines.indexOf(categoryWords[category][locale]);
    expect(at).toBeGreaterThan(-1);
    const { limit } = retention[category];
    const value = lines.slice(at + 1).find((line) => line !== "") ?? "";
    const count = "days" in limit ? limit.days : limit.months % 12 === 0 ? limit.months / 12 : limit.months;
    expect(value).toMatch(new RegExp(`\\b${count}(?!\\d)`));
    expect(value).toContain(limitText(category, locale));
  });

  test("is of the version that registering consents to, and holds its whole text", () => {
    expect(text).toContain(currentConsentVersion.service_core);
    for (const code of ConsentCode.options) {
      const { purpose, items, kept, refusal } = consentText(code, currentConsentVersion[code], locale) ?? {};
      for (const part of [purpose, items, kept, refusal]) expect(text).toContain(part);
    }
  });

  test("holds every earlier version, whole", () => {
    expect(ConsentCode.options.flatMap(earlierVersions)).toContain("2026-11");
    for (const code of ConsentCode.options)
      for (const version of earlierVersions(code)) {
        const { title, purpose, items, kept, refusal } = consentText(code, version, locale) ?? {};
        for (const part of [title, purpose, items, kept, refusal]) expect(text).toContain(part);
      }
    // Each of them with its version, in the order of the page.
    const said = ConsentCode.options.map((code) => privacyWords[locale].currentVersion(currentConsentVersion[code]));
    expect(lines.filter((line) => said.includes(line))).toEqual(said);
  });
});

// A text that people agreed to is never computed; that it says what is true is seen to here.
test.each(["ko", "en"] as const)("the consents of today say the limits that are kept, in %s", (locale) => {
  const kept = (code: ConsentCode) => consentText(code, currentConsentVersion[code], locale)?.kept;
  expect(kept("service_core")).toContain(limitText("seeker-record", locale));
  expect(kept("service_core")).toContain(limitText("check-in", locale));
  expect(kept("to_employer")).toContain(limitText("employer-sight-decided", locale));
});
