import { useState } from "preact/hooks";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { dateText, type LocalDate, type LocalTime, seoulDateOf, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { instantNow } from "../../platform/clock.ts";
import { pathIn } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import { keptTicket, type ShownTicket } from "./kept-ticket.ts";
import { forgetTicketPage, keepTicketPage } from "./offline-page.ts";
import { RenewTicket } from "./renew-ticket.tsx";

/** Four and four, as people read it out: "7K3M 9QXA". */
const inTwo = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

type Props = { ticket: ShownTicket; offline: boolean; onRenewed: () => void };

export const TicketView = ({ ticket, offline, onRenewed }: Props) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  return (
    <>
      {offline && (
        <Notice tone="warn">
          <p>{words.keptShown}</p>
        </Notice>
      )}
      <section class="ticket" aria-label={words.ticketTitle}>
        <QrCode text={ticket.token} label={words.ticketImage} />
        <p class="ticket-code">
          <span class="small">{words.code}</span>
          <strong>{inTwo(ticket.code)}</strong>
        </p>
        <p class="ticket-when">
          <strong>{dateText(ticket.date as LocalDate, locale)}</strong>
          <span>{timeRangeText(ticket.startTime as LocalTime, ticket.endTime as LocalTime, locale)}</span>
          <span>{locale === "en" ? ticket.placeNameEn : ticket.placeNameKo}</span>
        </p>
      </section>
      <p>
        {words.calledBy(ticket.code.slice(0, 4))}{" "}
        {!offline && ticket.date === seoulDateOf(instantNow()) && (
          <a href={`${pathIn(locale, "/number")}?visit=${ticket.visitId}&n=${ticket.code.slice(0, 4)}`}>{words.toTurn}</a>
        )}
      </p>
      <p class="soft">
        {words.bright} {words.codeHint}
      </p>
      <OwnPhone ticket={ticket} />
      {!offline && ticket.gen !== undefined && <RenewTicket visitId={ticket.visitId} gen={ticket.gen} onRenewed={onRenewed} />}
    </>
  );
};

/** A device is taken for a shared one until its owner says otherwise. */
const OwnPhone = ({ ticket }: { ticket: ShownTicket }) => {
  const words = useWords(mineWords);
  const [kept, setKept] = useState(() => keptTicket.read()?.visitId === ticket.visitId);
  const keep = async () => {
    keptTicket.write(ticket);
    setKept(true);
    await keepTicketPage();
  };
  const forget = async () => {
    keptTicket.clear();
    setKept(false);
    await forgetTicketPage();
  };
  return (
    <section class="card" aria-labelledby="own-phone">
      <h2 id="own-phone">{words.ownPhone}</h2>
      <p>{words.ownPhoneHint}</p>
      <div class="row" aria-live="polite">
        {kept && <strong>{words.ownPhoneSaved}</strong>}
        {kept ? <Button onClick={forget}>{words.ownPhoneForget}</Button> : <Button onClick={keep}>{words.ownPhoneSave}</Button>}
      </div>
    </section>
  );
};
