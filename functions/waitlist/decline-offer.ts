import type { MyWait } from "../../shared/contract/waitlist.ts";
import type { OfferId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { endOffer } from "./end-offer-writes.ts";
import { myWaitOf } from "./my-waits-reads.ts";
import { findWait, type WaitOf } from "./wait-reads.ts";

/** Lets an offered seat go to the next at once. The place in the list stays; declining again answers the same. */
export const declineOffer = async (
  { db, clock }: Pick<Deps, "db" | "clock">,
  whose: WaitOf & { offerId: OfferId },
): Promise<Outcome<MyWait>> => {
  const { visitId, offerId } = whose;
  const answer = async (): Promise<Outcome<MyWait> | undefined> => {
    const item = (await findWait(db, whose))?.item;
    const isDeclined = item?.ended?.offerId === offerId && item.ended.how === "declined";
    return item && isDeclined ? done(await myWaitOf(db, visitId, item.entry)) : undefined;
  };
  const found = await findWait(db, whose);
  if (!found) return refuse("not-found");
  const offer = found.item?.entry.offer;
  const isTheirs = offer?.offerId === offerId && clock.now() < offer.holdUntil;
  if (found.item && offer && isTheirs) await endOffer(db, found.item, offer, "declined");
  return (await answer()) ?? refuse("offer-over");
};
