import type { CertificateCode, CertificateSubject, CertifiedFacts } from "../../shared/domain/certificate.ts";
import type { AccountId, PersonId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item, queryItems, queryPartition } from "../platform/db.ts";
import { certificatePrefix, certificatesIndexPartition, personPartition } from "../platform/keys.ts";
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
};
export type CertificateItem = Item & StoredCertificate;

/** Every certificate of somebody, under each of their records. */
export const listCertificatesOf = async (db: Db, personId: PersonId): Promise<CertificateItem[]> => {
  const ids = await idsOfSame(db, personId);
  return (await Promise.all(ids.map((id) => queryPartition<CertificateItem>(db, personPartition(id), certificatePrefix)))).flat();
};

export const findCertificateOf = async (db: Db, personId: PersonId, subjectId: CertificateSubject): Promise<CertificateItem | undefined> =>
  (await listCertificatesOf(db, personId)).find((item) => item.subjectId === subjectId);

/** By its code. The index says where to look and may be a moment old; whether it is still there is read from the item itself. */
export const findCertificateByCode = async (db: Db, code: CertificateCode): Promise<CertificateItem | undefined> => {
  const [found] = await queryItems<Item>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :code",
    ExpressionAttributeValues: { ":code": certificatesIndexPartition(code) },
  });
  return found && findItem<CertificateItem>(db, { pk: found.pk, sk: found.sk });
};
