import type { VisitId } from "../../shared/domain/ids.ts";
import { addDays, addMinutes, type Instant, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { dropLookUpKey } from "../check-ins/look-up-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { visitSigningKey } from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";
import { listVisitsBetween } from "../visits/visit-reads.ts";
import { listVisitKeys, noteKid, type VisitKeyItem } from "./ticket-reads.ts";

/** No ticket is issued after the visit; phones wipe their packs then, too. */
const signingHours = 12;
/** Notes that were sealed without a network may be handed in later: for as long they can be opened. */
const noteDays = 14;

const isDue = ({ kid }: VisitKeyItem, end: Instant, now: Instant): boolean =>
  now >= addMinutes(end, kid === noteKid ? noteDays * 24 * 60 : signingHours * 60);

/** Destroys the private halves of the keys of visits that are over. Public halves stay: what was signed can still be told from what was not. */
export const destroyKeys = async ({ db, clock, log }: Pick<Deps, "db" | "clock" | "log">): Promise<void> => {
  const now = clock.now();
  const today = seoulDateOf(now);
  let destroyed = 0;
  for (const { visit } of await listVisitsBetween(db, addDays(today, -2 * noteDays), today)) {
    for (const key of await listVisitKeys(db, visit.visitId))
      if (key.wrappedPrivateKey && isDue(key, endOfVisit(visit), now)) destroyed += await destroy({ db }, visit.visitId, key);
    // Phones wipe their lists then.
    if (now >= addMinutes(endOfVisit(visit), signingHours * 60)) await transact(db, { lookUp: dropLookUpKey(visit.visitId) });
  }
  log.info("keys.destroyed", { destroyed });
};

const destroy = async ({ db }: Pick<Deps, "db">, visitId: VisitId, { kid }: VisitKeyItem): Promise<number> => {
  const result = await transact(db, {
    key: {
      Update: {
        Key: visitSigningKey(visitId, kid),
        UpdateExpression: "REMOVE wrappedPrivateKey ADD version :one",
        ConditionExpression: "attribute_exists(wrappedPrivateKey)",
        ExpressionAttributeValues: { ":one": 1 },
      },
    },
  });
  return result.ok ? 1 : 0;
};
