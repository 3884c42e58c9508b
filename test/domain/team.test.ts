import { expect, test } from "vitest";
import { missingInTeam } from "../../shared/domain/team.ts";

const teamOf = (size: number) => ({ members: Array.from({ length: size }) }) as Parameters<typeof missingInTeam>[0];

test("a visit is served by three people or more", () => {
  expect([0, 2, 3, 4].map((size) => missingInTeam(teamOf(size)))).toEqual([3, 1, 0, 0]);
});
