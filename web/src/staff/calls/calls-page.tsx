import { useCallback, useState } from "preact/hooks";
import type { UnconfirmedPerson } from "../../../../shared/contract/assistance.ts";
import { staffCallsWords } from "../../../../shared/copy/pages-staff-calls.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { staffPeopleWords } from "../../../../shared/copy/pages-staff-people.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { clockText, momentText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { MailTroubleTag } from "../mails/mail-trouble.tsx";

async function askCalls(visitId: string) {
  const params = { visitId };
  const [list, day] = await Promise.all([
    call("GET /api/staff/visits/{visitId}/unconfirmed", { params }),
    call("GET /api/staff/visits/{visitId}/day", { params }),
  ]);
  if (!list.ok) return list;
  if (!day.ok) return day;
  return { ok: true as const, value: { people: list.value.people, remindedAt: day.value.visit.deadlines.reminderAt } };
}

/** Whom to call because they have not said whether they come. Not renewed by itself: each look is logged. */
export const CallsPage = ({ visitId }: { visitId: string }) => {
  const words = useWords(staffCallsWords);
  const dayWords = useWords(staffDayWords);
  const locale = useLocale();
  const [loaded, reload] = useLoaded(useCallback(() => askCalls(visitId), [visitId]));
  const [coming, setComing] = useState<string>();
  const onComing = async (name: string) => {
    setComing(name);
    await reload();
  };
  const said = coming !== undefined && <Notice key={coming} tone="good" title={words.notedComing(coming)} live focus />;
  const back = { href: `/staff/visits/${visitId}`, label: dayWords.toDay };
  if (loaded.state !== "loaded") return <Unloaded title={words.callsTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { people, remindedAt } = loaded.value;
  if (people.length === 0)
    return (
      <Page title={words.callsTitle} back={back} narrow focus={hasMoved()}>
        {said}
        <Empty title={words.callsNone}>
          <p>{instantNow() < remindedAt ? words.callsNoneDetail(momentText(remindedAt, locale)) : words.callsNoneLeft}</p>
        </Empty>
      </Page>
    );
  return (
    <Page title={words.callsTitle} lead={words.callsLead} back={back} narrow focus={hasMoved()}>
      {said}
      <ul class="stack" role="list">
        {people.map((person) => (
          <Person key={person.registrationId} visitId={visitId} person={person} onComing={onComing} />
        ))}
      </ul>
    </Page>
  );
};

type PersonProps = { visitId: string; person: UnconfirmedPerson; onComing: (name: string) => Promise<void> };

const Person = ({ visitId, person: { registrationId, name, phone, mailTrouble, bookings }, onComing }: PersonProps) => {
  const words = useWords(staffCallsWords);
  const dayWords = useWords(staffDayWords);
  const peopleWords = useWords(staffPeopleWords);
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const noteComing = async () => {
    setBusy(true);
    const key = "POST /api/staff/visits/{visitId}/people/{registrationId}/confirmation";
    const answer = await call(key, { params: { visitId, registrationId } });
    if (answer.ok) await onComing(name);
    else setProblem(answer.problem);
    setBusy(false);
  };
  return (
    <Card as="li">
      <h2>{dayWords.namedPerson(name)}</h2>
      {mailTrouble && (
        <div class="row">
          <MailTroubleTag trouble={mailTrouble} />
        </div>
      )}
      {phone ? (
        <a class="button button-main call-button" href={`tel:${phone}`}>
          <Icon name="phone" />
          {words.callNumber(phoneText(phone))}
        </a>
      ) : (
        <p class="soft">{words.noNumber}</p>
      )}
      {problem && (
        <Notice tone="bad" title={problem.title}>
          <p>{problem.detail}</p>
        </Notice>
      )}
      <Button busy={busy} onClick={noteComing} aria-label={`${words.willCome}, ${dayWords.namedPerson(name)}`}>
        {words.willCome}
      </Button>
      <ButtonLink kind="danger" href={`/staff/visits/${visitId}/people/${registrationId}/withdraw?from=calls`}>
        {peopleWords.notComing}
      </ButtonLink>
      {bookings.map(({ bookingId, startsAt, whatKo }) => (
        <div key={bookingId} class="call-booking">
          <span class="due-line">
            <strong>{clockText(startsAt, locale)}</strong>
            <span lang="ko">{whatKo}</span>
          </span>
          {instantNow() < startsAt && (
            <ButtonLink kind="danger" href={`/staff/visits/${visitId}/people/${registrationId}/bookings/${bookingId}/cancel?from=calls`}>
              {words.cannotCome}
            </ButtonLink>
          )}
        </div>
      ))}
    </Card>
  );
};
