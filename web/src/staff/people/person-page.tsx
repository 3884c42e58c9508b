import type { DayPerson } from "../../../../shared/contract/staff.ts";
import { interviewOutcomeLabels } from "../../../../shared/copy/codes.ts";
import { staffWords } from "../../../../shared/copy/pages-staff.ts";
import { staffAddressWords } from "../../../../shared/copy/pages-staff-address.ts";
import { staffCareWords } from "../../../../shared/copy/pages-staff-care.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { staffMailsWords } from "../../../../shared/copy/pages-staff-mails.ts";
import { staffOwnDataWords } from "../../../../shared/copy/pages-staff-own-data.ts";
import { staffPeopleWords } from "../../../../shared/copy/pages-staff-people.ts";
import { staffReferralWords } from "../../../../shared/copy/pages-staff-referrals.ts";
import { staffSupportWords } from "../../../../shared/copy/pages-staff-support.ts";
import { staffTablesWords } from "../../../../shared/copy/pages-staff-tables.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { hasNoMail } from "../../../../shared/domain/mail.ts";
import { dateText, type Instant, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { instantNow } from "../../platform/clock.ts";
import { inLocale } from "../../platform/locale.ts";
import { hasMoved } from "../../platform/router.ts";
import { useSession } from "../../platform/session.ts";
import { clockText, momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { DueLine } from "../due-line.tsx";
import { MailTroubleTag } from "../mails/mail-trouble.tsx";
import { PersonState } from "../person-state.tsx";
import { rightsAt } from "../rights-at.ts";
import { CheckInHere } from "./check-in-here.tsx";
import { ReadAloud } from "./read-aloud.tsx";
import { type PersonOfDay, usePerson } from "./use-person.ts";

type Props = { visitId: string; registrationId: string };

/** What can be done for one person, who stands at the desk or is on the telephone. */
export const PersonPage = ({ visitId, registrationId }: Props) => {
  const words = useWords(staffDayWords);
  const peopleWords = useWords(staffPeopleWords);
  const mailsWords = useWords(staffMailsWords);
  const supportWords = useWords(staffSupportWords);
  const careWords = useWords(staffCareWords);
  const referralWords = useWords(staffReferralWords);
  const ownDataWords = useWords(staffOwnDataWords);
  const addressWords = useWords(staffAddressWords);
  const { me } = useSession();
  const { seesNeeds, counsels } = rightsAt(me, visitId);
  const [loaded, reload] = usePerson(visitId, registrationId);
  const back = { href: `/staff/visits/${visitId}`, label: words.toDay };
  if (loaded.state !== "loaded") return <Unloaded title={words.personTimes} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { day, person } = loaded.value;
  if (!person)
    return (
      <Page title={words.unknownPerson} back={back} narrow>
        <ButtonLink href={back.href}>{words.toDay}</ButtonLink>
      </Page>
    );
  // What is in the way is said first.
  const isUnproven = person.mailUnproven && !person.mailTrouble;
  const address = `${back.href}/people/${registrationId}`;
  const mayCheckIn = !person.arrivedAt && !person.withdrawnAt && day.visit.state === "open" && day.visit.date === seoulDateOf(instantNow());
  return (
    <Page title={words.namedPerson(person.maskedName)} lead={<WhichVisit day={day} />} back={back} narrow focus={hasMoved()}>
      <div class="row">
        <PersonState person={person} />
        <MailTroubleTag trouble={person.mailTrouble} />
        {isUnproven && <Tag tone="sign">{addressWords.unproven}</Tag>}
      </div>
      {person.mailTrouble && <p>{mailsWords.troubleDetail[person.mailTrouble]}</p>}
      {isUnproven && <p>{addressWords.unprovenText}</p>}
      {mayCheckIn && <CheckInHere visitId={visitId as VisitId} person={person} onDone={reload} />}
      {hasNoMail(person.mailTrouble) && <ReadAloud day={day} person={person} />}
      <section class="stack">
        <h2>{words.personTimes}</h2>
        {person.bookings.length === 0 && <Empty title={words.personNoTimes} />}
        {person.bookings.map((booking) => (
          <BookingCard key={booking.bookingId} address={address} person={person} booking={booking} />
        ))}
        <Missed person={person} />
      </section>
      {person.withdrawnAt ? (
        <Withdrawn visitId={visitId} since={person.withdrawnAt} />
      ) : (
        <>
          <ButtonLink kind={mayCheckIn || person.bookings.some(({ isMissing }) => isMissing) ? "plain" : "main"} href={`${address}/book`}>
            {words.book}
          </ButtonLink>
          <ButtonLink href={`${address}/qr`}>{words.renew}</ButtonLink>
          <ButtonLink href={`${address}/details`}>{peopleWords.details}</ButtonLink>
          {(person.mailTrouble || person.mailUnproven) && (
            <ButtonLink href={`${address}/address`}>{hasNoMail(person.mailTrouble) ? addressWords.add : addressWords.correct}</ButtonLink>
          )}
          {seesNeeds && <ButtonLink href={`${address}/support`}>{supportWords.toSupport}</ButtonLink>}
          {!person.arrivedAt && (
            <ButtonLink kind="danger" href={`${address}/withdraw`}>
              {peopleWords.withdraw}
            </ButtonLink>
          )}
        </>
      )}
      {seesNeeds && <ButtonLink href={`${address}/enrolment`}>{referralWords.link}</ButtonLink>}
      {counsels && (
        <>
          <ButtonLink href={`${address}/consultations`}>{careWords.toNotes}</ButtonLink>
          <ButtonLink href={`${address}/aptitude-tests`}>{words.aptitudeTests}</ButtonLink>
        </>
      )}
      {person.mailTrouble && <ButtonLink href={`${address}/data`}>{ownDataWords.link}</ButtonLink>}
      {!person.mailTrouble && person.arrivedAt && (
        <ButtonLink href={`${address}/data/certificates`}>{ownDataWords.certificates}</ButtonLink>
      )}
    </Page>
  );
};

const WhichVisit = ({ day: { visit, place } }: Pick<PersonOfDay, "day">) => {
  const locale = useLocale();
  const name = inLocale(locale, place.nameKo, place.nameEn);
  return (
    <>
      {dateText(visit.date, locale)} · <span lang={name.lang}>{name.text}</span>
    </>
  );
};

/** Not coming after all: what to do if they stand here, or call again. */
const Withdrawn = ({ visitId, since }: { visitId: string; since: Instant }) => {
  const words = useWords(staffPeopleWords);
  const locale = useLocale();
  return (
    <Notice tone="warn" title={words.withdrawnTitle}>
      <p>{words.withdrawnAt(momentText(since, locale))}</p>
      <div>
        <ButtonLink href={`/staff/visits/${visitId}/register`}>{words.registerAgain}</ButtonLink>
      </div>
    </Notice>
  );
};

type BookingCardProps = { address: string; person: DayPerson; booking: DayPerson["bookings"][number] };

const BookingCard = ({ address, person, booking }: BookingCardProps) => {
  const words = useWords(staffDayWords);
  const staff = useWords(staffWords);
  const tables = useWords(staffTablesWords);
  const locale = useLocale();
  const at = `${address}/bookings/${booking.bookingId}`;
  const isAhead = instantNow() < booking.startsAt;
  return (
    <Card>
      <DueLine {...booking} />
      {booking.outcome && <p>{tables.outcome(interviewOutcomeLabels[booking.outcome][locale])}</p>}
      <div class="row actions">
        {isAhead && <ButtonLink href={`${at}/move`}>{words.move}</ButtonLink>}
        {isAhead && (
          <ButtonLink kind="danger" href={`${at}/cancel`}>
            {words.cancel}
          </ButtonLink>
        )}
        {booking.isMissing && (
          <ButtonLink kind="main" href={`${at}/seat`}>
            {words.giveSeat}
          </ButtonLink>
        )}
        {!isAhead && !booking.isMissing && !person.arrivedAt && <span class="soft">{staff.notArrived}</span>}
      </div>
    </Card>
  );
};

const Missed = ({ person }: { person: DayPerson }) => {
  const words = useWords(staffDayWords);
  const locale = useLocale();
  return person.missed.map(({ startsAt, whatKo, whatEn }) => (
    <p key={startsAt} class="soft">
      {words.seatGone(clockText(startsAt, locale), inLocale(locale, whatKo, whatEn).text)}
    </p>
  ));
};
