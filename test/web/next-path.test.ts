import { expect, test } from "vitest";
import { nextPath } from "../../web/src/seeker/next-path.ts";

test("signing in leads back to where somebody came from", () => {
  expect(nextPath("?next=%2Fvisits%2Fvis_1%3Fslot%3Ds", "/my")).toBe("/visits/vis_1?slot=s");
  expect(nextPath("", "/my")).toBe("/my");
});

test.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "evil"])(
  "signing in never leads away from the site: %s",
  (next) => {
    expect(nextPath(`?next=${encodeURIComponent(next)}`, "/my")).toBe("/my");
  },
);
