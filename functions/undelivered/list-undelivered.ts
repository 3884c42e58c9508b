import type { UndeliveredMail } from "../../shared/contract/undelivered.ts";
import { callBy, isUndelivered, maskMail } from "../../shared/domain/mail.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { listEmployersOf } from "../employers/employer-reads.ts";
import { findInquiries } from "../inquiries/inquiry-reads.ts";
import { listUndeliveredMails, type MailItem, mayBeRepeated } from "../mail/mail-reads.ts";
import { findItem } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import type { Noting } from "../platform/note-access.ts";
import { findPeople } from "../registrations/person-reads.ts";
import { type ConcernItem, findTalks } from "../talks/talk-reads.ts";
import { findVisits } from "../visits/visit-reads.ts";
import { findCause } from "./cause-reads.ts";

const known = <T>(values: readonly (T | undefined)[]): T[] => [...new Set(values.filter((value) => value !== undefined))];

/** Mails that may not have arrived, the most urgent first, with numbers to call. Whose they are is in the log (promise 9). */
export const listUndelivered = async ({ db, clock }: Deps, shows: Noting["shows"]): Promise<UndeliveredMail[]> => {
  const now = clock.now();
  // Seen to, or arrived, in the moment that the index is old.
  const items = (await listUndeliveredMails(db)).filter(({ state, settled }) => isUndelivered(state) && !settled);
  const about = items.map((item) => item.about ?? {});
  const visitIds = known(about.map(({ visitId }) => visitId));
  const [people, employers, talks, inquiries, visits] = await Promise.all([
    findPeople(db, known(about.map(({ personId }) => personId))),
    listEmployersOf(db, known(about.map(({ employerId }) => employerId))),
    findTalks(db, known(about.map(({ talkId }) => talkId))),
    findInquiries(db, known(about.map(({ inquiryId }) => inquiryId))),
    findVisits(db, visitIds),
  ]);
  const addressOf = ({ about }: MailItem) => about?.personId && people.get(about.personId)?.mail;
  const causes = await Promise.all(
    items.map((item) => (item.about && mayBeRepeated(item, addressOf(item)) ? findCause(db, item.about, now) : undefined)),
  );
  // Whoever calls a firm has to know what to tell it.
  const answers = await Promise.all(
    items.map(({ about }) => (about?.talkId && about.cause ? findItem<ConcernItem>(db, about.cause.key) : undefined)),
  );
  const firms = new Map(employers.map((employer) => [employer.employerId, employer.profile]));

  const shown = (item: MailItem, i: number): UndeliveredMail[] => {
    const { visitId, registrationId, personId, employerId, talkId, inquiryId } = item.about ?? {};
    if (!isUndelivered(item.state)) return [];
    const visitOn = visitId && visits.get(visitId)?.visit.date;
    const shared = {
      ...{ mailId: item.mailId, message: item.message, state: item.state, at: item.claimedAt },
      ...{ visitId: visitId ?? null, visitOn: visitOn ?? null, canGoAgain: causes[i] !== undefined },
      callBy: callBy(seoulDateOf(item.noticedAt ?? item.claimedAt), visitOn),
    };
    const person = personId && people.get(personId);
    if (person)
      return [
        {
          ...{
            ...shared,
            maskedMail: item.state === "no-address" || person.mail === undefined ? null : maskMail(person.mail),
            phone: person.phone ?? null,
          },
          reader: { who: "person", maskedName: maskName(person.name), registrationId: registrationId ?? null },
        },
      ];
    const asked = inquiryId && inquiries.get(inquiryId);
    if (asked) {
      const { name, mail, phone = null } = asked;
      const reader = {
        who: "asker",
        maskedName: name === undefined ? null : maskName(name),
        inquiryId: asked.inquiryId,
        question: asked.text,
        answer: asked.answer?.text ?? "",
      } as const;
      return [{ ...shared, maskedMail: mail === undefined ? null : maskMail(mail), phone, reader }];
    }
    const talk = talkId && talks.get(talkId);
    if (talk) {
      const { nameKo, contact } = talk;
      const maskedMail = contact.mail === undefined ? null : maskMail(contact.mail);
      return [
        {
          ...shared,
          maskedMail,
          phone: contact.phone,
          reader: { who: "firm", nameKo, talkId: talk.talkId, answer: answers[i]?.answer?.text ?? "" },
        },
      ];
    }
    const firm = employerId && firms.get(employerId);
    if (!firm) return [];
    const { nameKo, contact } = firm;
    return [{ ...shared, maskedMail: maskMail(contact.mail), phone: contact.phone, reader: { who: "employer", nameKo, employerId } }];
  };
  const mails = items.flatMap(shown);
  const shownOf = mails.flatMap(({ reader, visitId }) =>
    reader.who === "person" && reader.registrationId && visitId ? [[reader.registrationId, visitId] as const] : [],
  );
  const each = [...new Map(shownOf)].sort(([a], [b]) => a.localeCompare(b));
  if (mails.length > 0) shows({ people: mails.length, among: each.map(([id]) => id), atVisits: each.map(([, id]) => id) });
  return mails.sort((a, b) => a.callBy.localeCompare(b.callBy) || a.at.localeCompare(b.at));
};
