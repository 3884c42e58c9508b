import { dueUntil } from "../../shared/domain/retention.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { LeadStage } from "../../shared/domain/states.ts";
import { listLeadItems, listLeadsUntil } from "../leads/lead-reads.ts";
import { findItem, type Item } from "../platform/db.ts";
import { leadNumberKey } from "../platform/keys.ts";
import { destroyItems, type Run } from "./destroy-items.ts";

/** Leads of one stage that one run takes; the next run takes up the rest. */
const atOnce = 50;

/** Firms of which nothing was written for long, at whatever stage, with whom to ask for there; how far they came stays as a count. */
export const purgeLeads = async (run: Run): Promise<number> => {
  const until = dueUntil("lead", seoulDateOf(run.clock.now()));
  let destroyed = 0;
  for (const stage of LeadStage.options)
    for (const lead of await listLeadsUntil(run.db, stage, until, atOnce)) {
      const { businessNumber } = lead.draft;
      const number = businessNumber && (await findItem<Item>(run.db, leadNumberKey(businessNumber)));
      destroyed += await destroyItems(run, [...(await listLeadItems(run.db, lead.leadId)), ...(number ? [number] : [])], {
        category: "lead",
      });
    }
  return destroyed;
};
