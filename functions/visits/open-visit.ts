import type { VisitId } from "../../shared/domain/ids.ts";
import { endOfVisit, type Visit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findVisit } from "./visit-reads.ts";
import { openForBooking } from "./visit-writes.ts";

/** Opens a planned visit for registration and booking. Opening an open one changes nothing and answers the same; one that was cancelled stays so. */
export const openVisit = async ({ db, clock }: Deps, visitId: VisitId): Promise<Outcome<Visit>> => {
  const known = await findVisit(db, visitId);
  if (!known) return refuse("not-found");
  if (known.visit.state === "open") return done(known.visit);
  if (endOfVisit(known.visit) <= clock.now()) return refuse("visit-over");
  await transact(db, { visit: openForBooking(visitId) });
  const opened = await findVisit(db, visitId);
  if (!opened) return refuse("not-found");
  return opened.visit.state === "open" ? done(opened.visit) : refuse("visit-not-open");
};
