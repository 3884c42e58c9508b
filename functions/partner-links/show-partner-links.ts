import type { PartnerLinks } from "../../shared/contract/partner-links.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import { findFollowUp } from "../follow-ups/follow-up-reads.ts";
import type { Deps } from "../platform/deps.ts";
import type { PersonItem } from "../registrations/person-reads.ts";
import { listPartnerLinksOf } from "./partner-link-reads.ts";

/** Somebody's links, with what a partner is told of them. */
export const showPartnerLinks = async ({ db }: Deps, { personId, name, phone }: PersonItem): Promise<PartnerLinks> => {
  const items = await listPartnerLinksOf(db, personId);
  const [names, tasks] = await Promise.all([
    findStaffNames(db, [...new Set(items.map(({ byId }) => byId))]),
    Promise.all(items.map((item) => findFollowUp(db, item.personId, item.followUpId))),
  ]);
  return {
    ...{ name, phone: phone ?? null },
    links: items.map(({ linkId, partnerId, what, state, agreedAt, result, byId, version }, i) => ({
      ...{ linkId, partnerId, what: what ?? null, state, agreedAt, result: result ?? null, version },
      ...{ byName: names.get(byId) ?? null, dueOn: tasks[i]?.state === "open" ? tasks[i].dueOn : null },
    })),
  };
};
