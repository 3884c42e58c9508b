import { doubtAddress } from "../accounts/proof-writes.ts";
import { giveUpDevice } from "../check-ins/device-writes.ts";
import { dropInvitation } from "../employers/member-writes.ts";
import type { Ended, Forgotten } from "../ledger/forgotten-writes.ts";
import { findCertificateOf } from "../papers/certificate-reads.ts";
import { revokeCertificate } from "../papers/certificate-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { findRegistration } from "../registrations/registration-reads.ts";
import { doubtMail } from "../registrations/registration-writes.ts";
import { withdrawRegistration } from "../registrations/withdraw-registration.ts";
import { deleteCodesOfBefore } from "../second-step/factor-writes.ts";
import { findTicket, listVisitKeys, newestKey, noteKid } from "../tickets/ticket-reads.ts";
import { wantKey, wantRenewal } from "../tickets/ticket-writes.ts";

type EndedOf<What extends Ended["what"]> = Extract<Ended, { what: What }>;

const held = async ({ db }: LedgerDeps, what: Write): Promise<boolean> => (await transact(db, { what })).ok;

/** What nothing keeps the person of a revoked certificate from reading: the words of the one who revoked it are not in the ledger. */
const revokedAgain = "무효로 한 증명서입니다. 자료를 되살린 뒤 다시 무효로 했습니다.";

/** The last word on one counts: it says whether its person may make a new one. */
const endCertificate = async (deps: LedgerDeps, { personId, subjectId, mayRenew, byId, at }: EndedOf<"certificate">): Promise<boolean> => {
  const item = await findCertificateOf(deps.db, personId, subjectId);
  if (!item || item.issuedAt >= at || (item.revoked && item.revoked.at >= at)) return false;
  return held(deps, revokeCertificate(item, { at, reason: revokedAgain, mayRenew, byId }));
};

/** The signer makes the next one, and its person gets it by mail: where it is the one that they had, nothing changes for them. */
const endTicket = async (deps: LedgerDeps, { visitId, registrationId, gen }: EndedOf<"ticket">): Promise<boolean> => {
  const { ticketCode } = (await findRegistration(deps.db, visitId, registrationId)) ?? {};
  const ticket = ticketCode && (await findTicket(deps.db, visitId, ticketCode));
  if (!ticket || ticket.gen > gen || ticket.renewFrom === ticket.gen) return false;
  return held(deps, wantRenewal(visitId, ticket.code, ticket.gen));
};

const endKey = async (deps: LedgerDeps, { visitId, kid }: EndedOf<"visit-key">): Promise<boolean> => {
  const newest = newestKey(await listVisitKeys(deps.db, visitId));
  if (!newest?.wrappedPrivateKey || newest.kid > kid || newest.kid + 1 >= noteKid) return false;
  return held(deps, wantKey(visitId, newest.kid + 1));
};

/** The later address is in no ledger. The one of before opens nothing until its owner says the year of birth, mail to it names nobody, and staff may write down another. */
const endAddress = async (deps: LedgerDeps, { personId, accountId, epoch, at }: EndedOf<"address">): Promise<boolean> => {
  if (!(await findPerson(deps.db, personId))) return false;
  const account = await held(deps, doubtAddress(accountId, personId, epoch));
  const person = await held(deps, doubtMail(personId, at));
  return account || person;
};

const endRegistration = async (deps: LedgerDeps, ended: EndedOf<"registration">): Promise<boolean> => {
  const { visitId, registrationId, registeredAt, at } = ended;
  const item = await findRegistration(deps.db, visitId, registrationId);
  if (!item || item.withdrawnAt || item.registration.registeredAt !== registeredAt) return false;
  return (await withdrawRegistration(deps, { visitId, registrationId, registeredAt, at, isTold: true })).ok;
};

const endings = {
  ...{ registration: true, certificate: true, ticket: true, "visit-key": true },
  ...{ phone: true, invitation: true, address: true, "recovery-codes": true },
} satisfies Record<Ended["what"], true>;

/** Whether something had ended, and was not to be forgotten. */
export const isEnded = (listed: Forgotten): listed is Ended => listed.what in endings;

/** Ends what had ended by then, where a restored table still has it. @returns whether it did; what was made anew since stays. */
export const endAgain = async (deps: LedgerDeps, ended: Ended): Promise<boolean> => {
  switch (ended.what) {
    case "registration":
      return endRegistration(deps, ended);
    case "certificate":
      return endCertificate(deps, ended);
    case "ticket":
      return endTicket(deps, ended);
    case "visit-key":
      return endKey(deps, ended);
    case "phone":
      return held(deps, giveUpDevice(ended.visitId, ended.deviceId, ended.at));
    case "invitation":
      return held(deps, dropInvitation(ended.employerId, ended.invitationId));
    case "address":
      return endAddress(deps, ended);
    case "recovery-codes":
      return held(deps, deleteCodesOfBefore(ended.accountId, ended.at));
  }
};
