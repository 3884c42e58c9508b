import { readCertificateCode } from "../../shared/domain/certificate.ts";
import type { AccountId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { idsOfSame } from "../registrations/person-reads.ts";
import { findRegistered } from "../registrations/registration-reads.ts";
import { findCertificateByCode, isPast } from "./certificate-reads.ts";
import { revokeCertificate } from "./certificate-writes.ts";

type Whom = { visitId: VisitId; registrationId: RegistrationId };
type Why = { code: string; reason: string; mayRenew: boolean; byId: AccountId };

/**
 * Makes a certificate invalid (무효): whoever verifies it is told since when, and its person why. The code is typed from the paper, so that no other is hit; one that
 * is invalid already stays so as it was said first.
 */
export const makeInvalid = async ({ db, ledger, clock }: LedgerDeps, whom: Whom, { code, ...why }: Why): Promise<Outcome<undefined>> => {
  const person = await findRegistered(db, whom);
  if (!person) return refuse("not-found");
  const read = readCertificateCode(code);
  const [item, theirs] = await Promise.all([read && findCertificateByCode(db, read), idsOfSame(db, person.personId)]);
  if (!item || isPast(item) || !theirs.includes(item.personId)) return refuse("certificate-not-theirs");
  if (item.revoked) return done(undefined);
  const { personId, subjectId } = item;
  const { mayRenew, byId } = why;
  const at = clock.now();
  const written = await transact(db, {
    certificate: revokeCertificate(item, { ...why, at }),
    forgotten: noteForgotten(ledger, { what: "certificate", personId, subjectId, mayRenew, byId, at }),
  });
  if (written.ok) return done(undefined);
  // In the same moment by somebody else, or replaced, so that there is nothing to revoke under this code.
  const now = written.before.certificate;
  return now?.revoked && now.code === item.code ? done(undefined) : refuse("certificate-not-theirs");
};
