import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { anId, anOpenVisit, aPlan, type OpenVisit } from "../support/builders.ts";
import type { World } from "../support/world.ts";

/** That the index of a world lags where it is told to: the suites of the project `cloud-lag` run on such worlds. */

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  vi.stubEnv("JOBSTOP_INDEX_LAGS", "yes");
  const { aWorld } = await import("../support/world.ts");
  world = await aWorld();
  visit = await anOpenVisit(world);
});
afterAll(async () => {
  await world.close();
  vi.unstubAllEnvs();
});

const planned = (visitId: string) =>
  world.call("PUT /api/staff/visits/{visitId}", { params: { visitId }, body: aPlan({ bus: 2 }) }, visit.manager);
const listed = async () => JSON.stringify(await world.get("GET /api/staff/visits", {}, visit.manager));

test("who asks while something is written does not find it by the index; who asks afterwards does", async () => {
  const visitId = anId("vis");
  let isMeanwhile = true;
  const stop = world.table.wire.tap(async ({ input }, next) => {
    if (isMeanwhile && "IndexName" in input) {
      isMeanwhile = false;
      expect(await planned(visitId)).toMatchObject({ status: 201 });
    }
    return next();
  });
  expect(await listed()).not.toContain(visitId);
  stop();
  expect(isMeanwhile).toBe(false);
  expect(await listed()).toContain(visitId);
});
