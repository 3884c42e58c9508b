import { certificateKey, certificatesIndex, pastCertificateKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { CertificateItem, PastCertificate, StoredCertificate } from "./certificate-reads.ts";

/** A certificate, once for what it is about. */
export const addCertificate = (certificate: StoredCertificate): Write => ({
  Put: {
    Item: {
      ...certificateKey(certificate.personId, certificate.subjectId),
      ...certificatesIndex(certificate.code),
      ...{ type: "certificate", version: 1, ...certificate },
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** Refused when it was replaced or revoked since it was read, or is gone. */
const change = ({ personId, subjectId, version }: CertificateItem, attributes: Readonly<Record<string, unknown>>): Write =>
  upsert(certificateKey(personId, subjectId), "certificate", attributes, { expression: "version = :seen", values: { ":seen": version } });

/** A newer certificate takes the place of one, under a code of its own. */
export const replaceCertificate = (item: CertificateItem, by: StoredCertificate): Write =>
  change(item, { byId: undefined, ...by, revoked: undefined, ...certificatesIndex(by.code) });

/** What is left of the one of before: its code leads to that it was replaced, and to nothing that it said. */
export const keepPast = (
  { personId, code, subjectId, issuedAt, revoked }: CertificateItem,
  replacedAt: PastCertificate["replacedAt"],
): Write => ({
  Put: {
    Item: {
      ...{ ...pastCertificateKey(personId, code), ...certificatesIndex(code), type: "past-certificate", version: 1 },
      ...{ personId, code, subjectId, issuedAt, replacedAt, ...(revoked && { revoked }) },
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const revokeCertificate = (item: CertificateItem, revoked: NonNullable<StoredCertificate["revoked"]>): Write =>
  change(item, { revoked });
