import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { visitRemarkKey } from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { findRemark } from "./visit-report-reads.ts";

type Said = { visitId: VisitId; text: string; seen: number; byId: AccountId };

/** Writes what is said of a visit beside its numbers, in the place of what was on the screen; sent twice it is the same. */
export const writeRemark = async ({ db, clock }: Deps, { visitId, text, seen, byId }: Said): Promise<Outcome<undefined>> => {
  if (!(await findVisit(db, visitId))) return refuse("not-found");
  const written = upsert(
    visitRemarkKey(visitId),
    "visit-remark",
    { visitId, text, byId, writtenAt: clock.now() },
    seen === 0 ? { expression: "attribute_not_exists(pk)", values: {} } : { expression: "version = :seen", values: { ":seen": seen } },
  );
  if ((await transact(db, { remark: written })).ok) return done(undefined);
  return (await findRemark(db, visitId))?.text === text ? done(undefined) : refuse("remark-changed");
};
