import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { transactEnding } from "./end-offer-writes.ts";
import { findWait, type WaitOf } from "./wait-reads.ts";
import { closeWait, removeEntry } from "./waitlist-writes.ts";

/** How often it is read anew when the entry gets, or loses, an offer in the same moment. */
const attempts = 5;

/** Somebody leaves a list; a seat that they were offered goes back to it in the same transaction. Leaving again changes nothing. */
export const leaveList = async ({ db }: Pick<Deps, "db">, whose: WaitOf): Promise<Outcome<undefined>> => {
  const { visitId, waitId, registrationId } = whose;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const found = await findWait(db, whose);
    if (!found) return refuse("not-found");
    const { wait, item } = found;
    if (wait.closed) return done(undefined);
    const offer = item?.entry.offer;
    const writes = {
      entry: removeEntry({ visitId, waitId, ...wait }, offer),
      wait: closeWait(visitId, registrationId, waitId),
    };
    const isLeft = item && offer ? await transactEnding(db, item, offer, writes) : (await transact(db, writes)).ok;
    if (isLeft) return done(undefined);
  }
  throw new ContentionError("The entry kept changing.");
};
