import type { CertificateCode, CertificateSubject, CertifiedFacts } from "../../shared/domain/certificate.ts";
import type { AccountId, PersonId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item, queryItems, queryPartition } from "../platform/db.ts";
import { certificatePrefix, certificatesIndexPartition, pastCertificateKey, personPartition } from "../platform/keys.ts";
import { idsOfSame } from "../registrations/person-reads.ts";

/** A certificate, beside its person, so that it goes where they go. It says what was true when it was made. */
export type StoredCertificate = CertifiedFacts & {
  personId: PersonId;
  code: CertificateCode;
  name: string;
  birthYear: number;
  issuedAt: Instant;
  /** Who made it for them. */
  byId?: AccountId | undefined;
  /** Staff made it invalid; `mayRenew`: its person may make a new one by themselves. Without staff where a restored table had one that a newer one had replaced. */
  revoked?: { at: Instant; reason: string; mayRenew: boolean; byId?: AccountId | undefined } | undefined;
};
export type CertificateItem = Item & StoredCertificate;

/** What is left of a certificate that a newer one replaced: its code, and why it does not hold. */
export type PastCertificate = Pick<StoredCertificate, "personId" | "code" | "subjectId" | "issuedAt" | "revoked"> & { replacedAt: Instant };
type PastCertificateItem = Item & PastCertificate & { type: "past-certificate" };

export const isPast = (item: CertificateItem | PastCertificateItem): item is PastCertificateItem => item.type === "past-certificate";

/** Every certificate of somebody, under each of their records. */
export const listCertificatesOf = async (db: Db, personId: PersonId): Promise<CertificateItem[]> => {
  const ids = await idsOfSame(db, personId);
  return (await Promise.all(ids.map((id) => queryPartition<CertificateItem>(db, personPartition(id), certificatePrefix)))).flat();
};

export const findCertificateOf = async (db: Db, personId: PersonId, subjectId: CertificateSubject): Promise<CertificateItem | undefined> =>
  (await listCertificatesOf(db, personId)).find((item) => item.subjectId === subjectId);

/** By its code. The index says where to look and may be a moment old; whether it is still there is read from the item itself. */
export const findCertificateByCode = async (db: Db, code: CertificateCode): Promise<CertificateItem | PastCertificateItem | undefined> => {
  const [found] = await queryItems<Item>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :code",
    ExpressionAttributeValues: { ":code": certificatesIndexPartition(code) },
  });
  const item = found && (await findItem<CertificateItem | PastCertificateItem>(db, { pk: found.pk, sk: found.sk }));
  if (item?.code === code) return item;
  // Replaced in the moment that the index is old: what was left under the code of before lies beside the newer one.
  return item && findItem<PastCertificateItem>(db, pastCertificateKey(item.personId, code));
};
