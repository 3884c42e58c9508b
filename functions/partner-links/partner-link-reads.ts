import type { AccountId, FollowUpId, PartnerLinkId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { PartnerId, PartnerLinkState, PartnerResult } from "../../shared/domain/partner.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { ItemConsent } from "../consents/consent-writes.ts";
import { type Db, type Item, queryPartition } from "../platform/db.ts";
import { partnerLinkPrefix, personPartition } from "../platform/keys.ts";
import { idsOfSame } from "../registrations/person-reads.ts";

/** That somebody agreed to be handed on to a partner (연계). Beside its person, so that it goes where they go. */
export type StoredPartnerLink = {
  linkId: PartnerLinkId;
  personId: PersonId;
  /** The registration with which they were talked to. */
  visitId: VisitId;
  registrationId: RegistrationId;
  partnerId: PartnerId;
  byId: AccountId;
  agreedAt: Instant;
  followUpId: FollowUpId;
  state: PartnerLinkState;
  /** What the partner is told it is for, and with which consent: both gone once that was taken back. */
  what?: string;
  consent?: ItemConsent;
  result?: PartnerResult;
  withdrawnAt?: Instant;
};
export type PartnerLinkItem = Item & StoredPartnerLink;

/** Under each of somebody's records, the newest first. */
export const listPartnerLinksOf = async (db: Db, personId: PersonId): Promise<PartnerLinkItem[]> => {
  const ids = await idsOfSame(db, personId);
  const links = await Promise.all(ids.map((id) => queryPartition<PartnerLinkItem>(db, personPartition(id), partnerLinkPrefix)));
  return links.flat().sort((a, b) => b.agreedAt.localeCompare(a.agreedAt) || b.linkId.localeCompare(a.linkId));
};

export const findPartnerLinkOf = async (db: Db, personId: PersonId, linkId: PartnerLinkId): Promise<PartnerLinkItem | undefined> =>
  (await listPartnerLinksOf(db, personId)).find((link) => link.linkId === linkId);
