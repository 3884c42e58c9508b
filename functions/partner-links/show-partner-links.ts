import type { PartnerLink, PartnerLinks } from "../../shared/contract/partner-links.ts";
import type { Partner } from "../../shared/domain/partner.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import { findFollowUp } from "../follow-ups/follow-up-reads.ts";
import type { Deps } from "../platform/deps.ts";
import type { PersonItem } from "../registrations/person-reads.ts";
import { listPartnerLinksOf } from "./partner-link-reads.ts";
import { partnersById } from "./partner-reads.ts";

/** Whoever is linked to is in the list: partners are taken out of use, and never off it. */
const nameOf = (partner: Partner | undefined): PartnerLink["partner"] => {
  if (!partner) throw new Error("A link names a partner that is not in the list.");
  const { nameKo, nameEn, phone } = partner;
  return { nameKo, nameEn, phone };
};

/** Somebody's links, with what a partner is told of them. */
export const showPartnerLinks = async ({ db }: Deps, { personId, name, phone }: PersonItem): Promise<PartnerLinks> => {
  const items = await listPartnerLinksOf(db, personId);
  const [partners, names, tasks] = await Promise.all([
    partnersById(db),
    findStaffNames(db, [...new Set(items.map(({ byId }) => byId))]),
    Promise.all(items.map((item) => findFollowUp(db, item.personId, item.followUpId))),
  ]);
  return {
    ...{ name, phone: phone ?? null },
    partners: [...partners.values()].filter(({ isInUse }) => isInUse),
    links: items.map(({ linkId, partnerId, what, state, agreedAt, result, byId, version }, i) => ({
      ...{
        linkId,
        partnerId,
        partner: nameOf(partners.get(partnerId)),
        what: what ?? null,
        state,
        agreedAt,
        result: result ?? null,
        version,
      },
      ...{ byName: names.get(byId) ?? null, dueOn: tasks[i]?.state === "open" ? tasks[i].dueOn : null },
    })),
  };
};
