import { firstPartners, type Partner, type PartnerId } from "../../shared/domain/partner.ts";
import { type Db, type Item, queryPartition } from "../platform/db.ts";
import { partnerPrefix, partnersPartition } from "../platform/keys.ts";

type PartnerItem = Item & { partner: Partner };

/** Every partner that there is or was, those of the beginning first; a centre has some dozens at most. What a manager wrote takes the place of what the centre began with. */
export const listPartners = async (db: Db): Promise<Partner[]> => {
  const written = (await queryPartition<PartnerItem>(db, partnersPartition, partnerPrefix)).map(({ partner }) => partner);
  return [...new Map([...firstPartners, ...written].map((partner) => [partner.partnerId, partner])).values()];
};

/** Partners by id, for what names them. */
export const partnersById = async (db: Db): Promise<ReadonlyMap<PartnerId, Partner>> =>
  new Map((await listPartners(db)).map((partner) => [partner.partnerId, partner]));
