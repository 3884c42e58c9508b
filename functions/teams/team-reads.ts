import type { VisitId } from "../../shared/domain/ids.ts";
import type { VisitTeam } from "../../shared/domain/team.ts";
import { type Db, findItem, findItems, type Item } from "../platform/db.ts";
import { visitTeamKey } from "../platform/keys.ts";
import { listVisitsBetween, type PlannedVisit } from "../visits/visit-reads.ts";

export type TeamItem = Item & { visitId: VisitId; team: VisitTeam };

export const findTeam = (db: Db, visitId: VisitId): Promise<TeamItem | undefined> => findItem<TeamItem>(db, visitTeamKey(visitId));

export type OtherTeam = { planned: PlannedVisit; team: VisitTeam };

/** The teams of the other visits of a visit's day; of visits that were cancelled, none. */
export const teamsBeside = async (db: Db, { visitId, date }: PlannedVisit["visit"]): Promise<OtherTeam[]> => {
  const others = (await listVisitsBetween(db, date, date)).filter(({ visit }) => visit.visitId !== visitId && visit.state !== "cancelled");
  const items = (await findItems(
    db,
    others.map(({ visit }) => visitTeamKey(visit.visitId)),
  )) as (TeamItem | undefined)[];
  return items.flatMap((item) => {
    const planned = others.find(({ visit }) => visit.visitId === item?.visitId);
    return item && planned ? [{ planned, team: item.team }] : [];
  });
};
