import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { Deps } from "../platform/deps.ts";
import { listSlots } from "../slots/slot-reads.ts";
import { endOffer } from "./end-offer-writes.ts";
import { offerSeats } from "./offer-seats.ts";
import { listOverdueOffers, listWaitlists } from "./waitlist-reads.ts";

/** Ends offers that were not taken in time. Whoever accepts in the same moment comes first or not at all: both name the offer. */
export const expireOffers = async ({ db, clock }: Pick<Deps, "db" | "clock">): Promise<number> => {
  let ended = 0;
  for (const item of await listOverdueOffers(db, clock.now())) {
    if (item.entry.offer && (await endOffer(db, item, item.entry.offer, "expired"))) ended += 1;
  }
  return ended;
};

/**
 * Every minute: offers that are over end, and every list of a visit to come is looked through for seats that somebody waits for. So at eight in the
 * morning what was held over night is offered, and whatever a crash left half-way is finished: a seat that is free and wanted does not stay empty.
 */
export const settleOffers = async (deps: Deps): Promise<void> => {
  const { db, clock, log } = deps;
  const ended = await expireOffers(deps);
  const lists = await listWaitlists(db, seoulDateOf(clock.now()));
  const failures: unknown[] = [];
  const byVisit = Map.groupBy(lists, ({ visitId }) => visitId);
  for (const [visitId, ofVisit] of byVisit) {
    const slots = await listSlots(db, visitId);
    for (const { list } of ofVisit) {
      // One list that fails keeps no other from being looked through.
      await offerSeats(deps, visitId, list, slots).catch((error: unknown) => failures.push(error));
    }
  }
  log.info("offers.settled", { ended, lists: lists.length, failed: failures.length });
  if (failures.length > 0) throw new AggregateError(failures, "Some lists could not be looked through.");
};
