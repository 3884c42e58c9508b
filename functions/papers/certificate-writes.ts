import { certificateKey, certificatesIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { StoredCertificate } from "./certificate-reads.ts";

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
