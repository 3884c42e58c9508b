import type { VerifiedCertificate } from "../../shared/contract/papers.ts";
import { readCertificateCode } from "../../shared/domain/certificate.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { countWithin, digestOf, networkOf, secondsLeftOf } from "../platform/limits.ts";
import { transact } from "../platform/transact.ts";
import { findCertificateByCode, isPast } from "./certificate-reads.ts";

/** Tries from one network, right and wrong ones: an office that looks at papers may have a pile of them. Of 2^80 codes nobody finds one so. */
const triesPerNetwork = { minutes: 10, max: 60 };

/** Whether there is a certificate with this code, and what it says. Whoever asks has the paper before them, so the name is there for comparing only. */
export const verifyCertificate = async (
  { db, clock }: Deps,
  { code, ip }: { code: string; ip: string },
): Promise<Outcome<VerifiedCertificate>> => {
  const now = clock.now();
  const counted = await transact(db, { network: countWithin("certificate-code", triesPerNetwork, digestOf(networkOf(ip)), now) });
  if (!counted.ok) return refuse("too-many-requests", { retryAfterSeconds: secondsLeftOf(triesPerNetwork, now) });
  const read = readCertificateCode(code);
  const found = read && (await findCertificateByCode(db, read));
  if (!found) return refuse("certificate-unknown");
  // Said to be invalid before it was replaced, it stays that.
  if (found.revoked) return done({ standing: "revoked", since: found.revoked.at });
  if (isPast(found)) return done({ standing: "replaced", since: found.replacedAt });
  const { kind, startsAt, endsAt, placeNameKo, placeNameEn, roadAddress, issuedAt } = found;
  const { employerNameKo, employerNameEn, jobTitleKo, jobTitleEn, consultationKind, channel } = found;
  return done({
    standing: "valid",
    ...{ kind, startsAt, endsAt, placeNameKo, placeNameEn, roadAddress, issuedAt, maskedName: maskName(found.name) },
    ...{ employerNameKo, employerNameEn, jobTitleKo, jobTitleEn, consultationKind, channel },
  });
};
