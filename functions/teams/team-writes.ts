import type { VisitId } from "../../shared/domain/ids.ts";
import type { VisitTeam } from "../../shared/domain/team.ts";
import { visitTeamKey } from "../platform/keys.ts";
import type { Update } from "../platform/transact.ts";

/** The team in place of the one that was seen; 0 for none. */
export const writeTeam = (visitId: VisitId, team: VisitTeam, seen: number): Update => ({
  Update: {
    Key: visitTeamKey(visitId),
    UpdateExpression: "SET #type = :type, visitId = :visit, team = :team ADD version :one",
    ConditionExpression: seen === 0 ? "attribute_not_exists(pk)" : "version = :seen",
    ExpressionAttributeNames: { "#type": "type" },
    ExpressionAttributeValues: {
      ...{ ":type": "visit-team", ":visit": visitId, ":team": team, ":one": 1 },
      ...(seen > 0 && { ":seen": seen }),
    },
  },
});
