import { expect, test } from "vitest";
import { pageNames } from "../../web/src/seeker/site.ts";
import { routesIn } from "./routes.ts";
import { consoleSights, seekerSights, staffSights } from "./sights.ts";

test("every route of the sources has its sight, and nothing else has", () => {
  expect(Object.keys(seekerSights).sort()).toEqual([...pageNames].sort());
  expect(Object.keys(consoleSights).sort()).toEqual(routesIn("console"));
  expect(Object.keys(staffSights).sort()).toEqual(routesIn("staff"));
});
