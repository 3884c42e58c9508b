import { partnerLinkKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { PartnerLinkItem, StoredPartnerLink } from "./partner-link-reads.ts";

/** A link, once. */
export const addPartnerLink = (link: StoredPartnerLink): Write => ({
  Put: {
    Item: { ...partnerLinkKey(link.personId, link.linkId), type: "partner-link", version: 1, ...link },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** Refused when it has changed since it was read. */
export const changePartnerLink = (item: PartnerLinkItem, attributes: Partial<Record<keyof StoredPartnerLink, unknown>>): Write =>
  upsert(partnerLinkKey(item.personId, item.linkId), "partner-link", attributes, {
    expression: "version = :seen",
    values: { ":seen": item.version },
  });
