import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { placeNameOf } from "../../../../shared/domain/place.ts";
import { dateText, type Instant } from "../../../../shared/domain/seoul-time.ts";
import { isGivenUp, isUnanswered, withdrawalRefusal } from "../../../../shared/domain/withdrawal.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { pathIn } from "../../platform/locale.ts";
import { goTo } from "../../platform/router.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { OwnName } from "../booking/own-name.tsx";
import { keptTicket } from "../ticket/kept-ticket.ts";
import type { OnChange } from "./my-visit.tsx";
import { serviceOfWait } from "./my-waits.tsx";

/** Until the visit is over, while somebody is not here. */
export const mayGiveUp = ({ visit, arrivedAt }: Pick<MyRegistration, "visit" | "arrivedAt">, now: Instant): boolean =>
  withdrawalRefusal(visit, arrivedAt ?? undefined, now) === undefined;

type Props = { registration: MyRegistration; onChange: OnChange };

/** "I am not coming after all": what is given up, and one press. Whoever wants to cancel one thing only is told where. */
export const GiveUpScreen = ({ registration, onChange }: Props) => {
  const { visit, bookings, waits, applications, registeredAt } = registration;
  const locale = useLocale();
  const words = useWords(mineWords);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const list = pathIn(locale, "/my");
  const now = instantNow();
  const booked = bookings.filter(({ booking }) => isGivenUp(booking, now));
  const applied = applications.filter(({ application }) => isUnanswered(application));
  const giveUp = async () => {
    setBusy(true);
    const { visitId } = visit;
    const answer = await call("POST /api/me/visits/{visitId}/registration/withdrawal", { params: { visitId }, body: { registeredAt } });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    if (keptTicket.read()?.visitId === visitId) keptTicket.clear();
    goTo(list, { replace: true });
    await onChange("gaveUp");
  };
  return (
    <Page narrow focus title={words.giveUpTitle} back={{ href: list, label: words.backTo }}>
      <div class="card stack">
        <p>
          <strong class="my-visit-date">{dateText(visit.date, locale)}</strong>
          <br />
          {placeNameOf(visit.place, locale)}
        </p>
        <p>{words.giveUpLead}</p>
        <ul class="given-up">
          {booked.map((mine) => (
            <GivenUp key={mine.booking.bookingId} what={words.giveUpBooking(spanText(mine.booking, locale))}>
              <OwnName of={mine} service={mine.booking.service} />
            </GivenUp>
          ))}
          {waits.map((wait) => (
            <GivenUp key={wait.entry.waitId} what={words.giveUpWait}>
              <OwnName of={wait} service={serviceOfWait(wait)} />
            </GivenUp>
          ))}
          {applied.map((mine) => (
            <GivenUp key={mine.application.applicationId} what={words.giveUpApplication}>
              <OwnName of={mine} service={null} />
            </GivenUp>
          ))}
          <GivenUp what={words.ticketTitle} />
        </ul>
        <p>{booked.length > 0 ? words.giveUpText : words.giveUpNoSeat}</p>
        {booked.length + waits.length + applied.length > 1 && <p>{words.giveUpOne}</p>}
        {problem && (
          <Notice tone="bad" title={problem.title} live>
            <p>{problem.detail}</p>
          </Notice>
        )}
        <ButtonLink wide href={list}>
          {words.giveUpKeep}
        </ButtonLink>
        <Button kind="danger" wide busy={busy} onClick={giveUp}>
          {words.giveUpNow}
        </Button>
      </div>
    </Page>
  );
};

const GivenUp = ({ what, children }: { what: string; children?: ComponentChildren }) => (
  <li>
    <strong>{what}</strong>
    {children && (
      <>
        <br />
        {children}
      </>
    )}
  </li>
);
