import { placeTextOf } from "../../shared/domain/place.ts";
import { seoulDateOf, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { subjectOfList } from "../../shared/domain/waitlist.ts";
import { mailLinks } from "../mail/mail-links.ts";
import { readerOf } from "../mail/reader-of.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { agendaKey } from "../platform/keys.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { findAgenda } from "../registrations/registration-reads.ts";
import { findSlot } from "../slots/slot-reads.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";
import { myWaitOf } from "./my-waits-reads.ts";
import type { HopelessWait, WaitlistEvent } from "./waitlist-events.ts";

/** Tells a person that they wait, that a seat is kept for them until when, or that it no longer is: one mail per change. */
export const mailAboutWait = async (deps: Deps, post: Post, event: WaitlistEvent): Promise<void> => {
  const { db } = deps;
  const { visitId, registrationId, entry } = event.item;
  const [agenda, planned, postings] = await Promise.all([
    findAgenda(db, visitId, registrationId),
    findVisit(db, visitId),
    listVisitPostings(db, visitId),
  ]);
  const person = agenda && (await findPerson(db, agenda.personId));
  if (!agenda || !planned || !person) return;
  const { settings } = post;
  const { locale, name, mail: to } = readerOf(person);
  const { visit, place } = planned;
  const link = mailLinks(settings.origin, locale).myVisit(visitId);
  const { what } = subjectWords(subjectOfList(entry.list), postings, locale);
  const shared = { name, visitOn: visit.date, centrePhone: settings.centrePhone };
  const kept = entry.replaces && agenda.bookings[entry.replaces];
  const replaces = kept && { slotTime: seoulTimeOf(kept.startsAt) };
  const mailId = `${registrationId}.${entry.waitId}.${event.kind}`;
  const { item, ...happened } = event;
  const about = { visitId, registrationId, personId: agenda.personId, cause: { key: { pk: item.pk, sk: item.sk }, event: happened } };

  if (event.kind === "wait.joined") {
    const [slot, { place: waitNo }] = await Promise.all([
      entry.slotId && findSlot(db, visitId, entry.slotId),
      myWaitOf(db, visitId, entry),
    ]);
    const slotTime = slot ? seoulTimeOf(slot.facts.startsAt) : undefined;
    const mail = await renderMail("waitlist_joined", locale, {
      ...shared,
      ...{ what, slotTime, waitNo, link, replaces },
      placeName: placeTextOf(place, locale),
    });
    return sendMail(deps, post, { mailId, message: "waitlist_joined", to, about, mail });
  }

  const { offer } = event;
  const slotTime = seoulTimeOf(offer.startsAt);
  if (event.kind === "offer.expired") {
    const mail = await renderMail("offer_expired", locale, { ...shared, slotTime, link });
    return sendMail(deps, post, { mailId: `${mailId}.${offer.offerId}`, message: "offer_expired", to, about, mail });
  }
  const mail = await renderMail("waitlist_promoted", locale, {
    ...shared,
    ...{ what, slotTime, replaces },
    placeName: placeTextOf(place, locale),
    holdUntilOn: seoulDateOf(offer.holdUntil),
    holdUntil: seoulTimeOf(offer.holdUntil),
    confirmLink: link,
  });
  return sendMail(deps, post, { mailId: `${mailId}.${offer.offerId}`, message: "waitlist_promoted", to, about, mail });
};

/** Tells a person that the times that they waited for were withdrawn, so that they do not go on waiting. */
export const mailAboutHopelessWait = async (deps: Deps, post: Post, { agenda, waitId, list }: HopelessWait): Promise<void> => {
  const { db } = deps;
  const { visitId, registrationId, personId } = agenda;
  const [planned, person, postings] = await Promise.all([findVisit(db, visitId), findPerson(db, personId), listVisitPostings(db, visitId)]);
  if (!planned || !person) return;
  const { locale, name, mail: to } = readerOf(person);
  const { what } = subjectWords(subjectOfList(list), postings, locale);
  const mail = await renderMail("waiting_ended", locale, {
    ...{ name, visitOn: planned.visit.date, centrePhone: post.settings.centrePhone },
    ended: [{ kind: "wait", what }],
    rebookLink: mailLinks(post.settings.origin, locale).visit(visitId),
  });
  const cause = { key: agendaKey(visitId, registrationId), event: { kind: "wait.ended", waitId, list } };
  const about = { visitId, registrationId, personId, cause };
  return sendMail(deps, post, { mailId: `${registrationId}.${waitId}.wait.ended`, message: "waiting_ended", to, about, mail });
};
