import type { AccountId } from "../../shared/domain/ids.ts";
import { isUndelivered } from "../../shared/domain/mail.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findMail, type MailItem, type MailSettlement, mayBeRepeated } from "../mail/mail-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { findCause } from "./cause-reads.ts";
import { orderAgain, settleMail } from "./undelivered-writes.ts";

type Wish = { mailId: string; staffId: AccountId };

const did = { "sent-again": "sent-mail-again", called: "called-instead-of-mail" } as const;

/** Notes who saw to a mail, with what is to follow from it. Of two who see to one mail in the same moment the second is refused. */
const settle = async (
  { db, clock, ids }: Deps,
  mail: MailItem,
  { staffId, how, more = {} }: { staffId: AccountId; how: MailSettlement; more?: Record<string, Write> },
): Promise<Outcome<undefined>> => {
  const at = clock.now();
  const { visitId, registrationId } = mail.about ?? {};
  const log = visitId && {
    log: addToVisitLog(
      { visitId, at, staffId, did: did[how], mailId: mail.mailId, ...(registrationId && { registrationId }) },
      ids.mint("log"),
    ),
  };
  const result = await transact<string>(db, { mail: settleMail(mail, { at, by: staffId, how }), ...more, ...log });
  return result.ok ? done(undefined) : refuse("mail-settled");
};

/** The mail if somebody still has to see to it; otherwise what to answer. */
const findOpen = async (
  { db }: Deps,
  mailId: string,
  how: MailSettlement,
): Promise<{ mail: MailItem } | { answer: Outcome<undefined> }> => {
  const mail = await findMail(db, mailId);
  if (!mail) return { answer: refuse("not-found") };
  if (mail.settled?.how === how) return { answer: done(undefined) };
  return mail.settled || !isUndelivered(mail.state) ? { answer: refuse("mail-settled") } : { mail };
};

/**
 * Orders a mail once more. It is written anew from what it told, as that stands now, under an id of its own: whether the first arrived or not, the second
 * goes out at most once, too. The table's stream sends it.
 */
export const sendAgain = async (deps: Deps, { mailId, staffId }: Wish): Promise<Outcome<undefined>> => {
  const found = await findOpen(deps, mailId, "sent-again");
  if ("answer" in found) return found.answer;
  const { mail } = found;
  const personId = mail.about?.personId;
  const address = personId && (await findPerson(deps.db, personId))?.mail;
  if (!mail.about || !mayBeRepeated(mail, address)) return refuse("address-unusable");
  if (!(await findCause(deps.db, mail.about, deps.clock.now()))) return refuse("mail-outdated");
  const { mailId: first, times } = mail.repeats ?? { mailId, times: 0 };
  const repeats = { mailId: first, times: times + 1 };
  const order = orderAgain({ mailId: `${first}.again.${repeats.times}`, message: mail.message, about: mail.about, repeats });
  return settle(deps, mail, { staffId, how: "sent-again", more: { order } });
};

/** Notes that the reader was called and knows. */
export const noteCall = async (deps: Deps, { mailId, staffId }: Wish): Promise<Outcome<undefined>> => {
  const found = await findOpen(deps, mailId, "called");
  return "answer" in found ? found.answer : settle(deps, found.mail, { staffId, how: "called" });
};
