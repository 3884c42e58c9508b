import type { Partner } from "../../shared/domain/partner.ts";
import type { Deps } from "../platform/deps.ts";
import { partnerKey } from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import { listPartners } from "./partner-reads.ts";

/** Adds a partner or changes it; one that nobody is handed on to any more keeps its line, since links name it. */
export const putPartner = async ({ db }: Pick<Deps, "db">, partner: Partner): Promise<Partner[]> => {
  await transact(db, { partner: upsert(partnerKey(partner.partnerId), "partner", { partner }) });
  return listPartners(db);
};
