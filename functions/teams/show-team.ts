import type { ShownTeam } from "../../shared/contract/season.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { rolesAt } from "../../shared/domain/roles-at.ts";
import { clashesOf, type VisitTeam } from "../../shared/domain/team.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findAccounts, listStaffMembers, visitRolesOf } from "../accounts/account-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { findTeam, teamsBeside } from "./team-reads.ts";

const nobody: VisitTeam = { members: [], contacts: [] };

/** The team of a visit with names, rights and who is needed elsewhere that day. `forManager`: also with whom could be chosen. */
export const showTeam = async (deps: Deps, visitId: VisitId, forManager: boolean): Promise<Outcome<ShownTeam>> => {
  const { db } = deps;
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  const [item, others, staff] = await Promise.all([
    findTeam(db, visitId),
    teamsBeside(db, planned.visit),
    forManager ? listStaffMembers(deps) : [],
  ]);
  const { members, contacts } = item?.team ?? nobody;
  const accounts = await findAccounts(
    db,
    members.map(({ accountId }) => accountId),
  );
  const clashes = clashesOf(
    members,
    others.map(({ planned: { visit }, team }) => ({ visitId: visit.visitId, members: team.members })),
  );
  const shown = await Promise.all(
    members.map(async (duty) => {
      const account = accounts.find(({ accountId }) => accountId === duty.accountId);
      const visitRoles = account ? await visitRolesOf(deps, account) : [];
      return {
        ...duty,
        name: account?.staffName ?? "",
        rights: [...new Set(rolesAt({ staffRoles: account?.staffRoles ?? [], visitRoles }, visitId))],
        clashes: others
          .filter(({ planned: { visit } }) => clashes.get(duty.accountId)?.includes(visit.visitId))
          .map(({ planned: { visit, place } }) => ({
            visitId: visit.visitId,
            placeNameKo: place.nameKo,
            placeNameEn: place.nameEn,
          })),
      };
    }),
  );
  const choices = staff
    .map(({ accountId, name, roles, atVisits }) => ({
      ...{ accountId, name, roles: [...new Set(rolesAt({ staffRoles: roles, visitRoles: atVisits }, visitId))] },
      isStill: roles.length > 0 || atVisits.length > 0,
    }))
    .filter(({ isStill }) => isStill)
    .map(({ isStill: _, ...choice }) => choice);
  return done({ ...planned, version: item?.version ?? 0, members: shown, contacts, choices });
};
