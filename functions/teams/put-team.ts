import { isDeepStrictEqual } from "node:util";
import type { ShownTeam } from "../../shared/contract/season.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { clashesOf, type VisitTeam } from "../../shared/domain/team.ts";
import { type FieldProblem, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findAccounts } from "../accounts/account-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { writeIfHolds } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { showTeam } from "./show-team.ts";
import { findTeam, teamsBeside } from "./team-reads.ts";
import { writeTeam } from "./team-writes.ts";

/**
 * Writes the team in place of the one that was seen. Whoever works elsewhere that day must be settled first: a warning about what can be known now, which the page
 * of the team repeats as long as it is so, and no promise.
 */
export const putTeam = async (
  deps: Deps,
  { visitId, seen, team }: { visitId: VisitId; seen: number; team: VisitTeam },
): Promise<Outcome<ShownTeam>> => {
  const { db } = deps;
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  const ids = team.members.map(({ accountId }) => accountId);
  const [accounts, others] = await Promise.all([findAccounts(db, ids), teamsBeside(db, planned.visit)]);
  const clashes = clashesOf(
    team.members,
    others.map(({ planned: { visit }, team: { members } }) => ({ visitId: visit.visitId, members })),
  );
  const fields = team.members.flatMap(({ accountId, deskId, clashSettled }, i): FieldProblem[] => [
    // Somebody whom nobody ever gave a role is not of the staff.
    ...(accounts.some((account) => account.accountId === accountId && account.staffName)
      ? []
      : [{ pointer: `/team/members/${i}/accountId`, code: "not-a-choice" } as const]),
    ...(deskId === null || planned.visit.desks.some((desk) => desk.deskId === deskId)
      ? []
      : [{ pointer: `/team/members/${i}/deskId`, code: "not-a-choice" } as const]),
    ...(clashes.has(accountId) && !clashSettled ? [{ pointer: `/team/members/${i}/clashSettled`, code: "works-elsewhere" } as const] : []),
  ]);
  if (fields.length > 0) return refuse("invalid-fields", { fields });
  const isWritten = await writeIfHolds(db, writeTeam(visitId, team, seen));
  // The same request sent twice finds what the first one wrote.
  if (!isWritten && !isDeepStrictEqual((await findTeam(db, visitId))?.team, team)) return refuse("team-changed");
  return showTeam(deps, visitId, true);
};
