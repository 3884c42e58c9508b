import { useEffect, useRef } from "preact/hooks";
import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import { spokenLabel } from "../../../../shared/copy/spoken-number.ts";
import { uiWords } from "../../../../shared/copy/ui.ts";
import type { Subject } from "../../../../shared/domain/check-in-event.ts";
import type { DeskId } from "../../../../shared/domain/ids.ts";
import { dateText, minutesUntil } from "../../../../shared/domain/seoul-time.ts";
import { inLocale, pathIn } from "../../platform/locale.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import type { DeskQueue } from "./desk-queue.ts";

/** Who has just been given a place in the queue. */
export type Given = { subject: Subject; label: string; deskId: DeskId };

/** An hour that is no further off is "soon", minutes. */
const soonMinutes = 3;

/** Signs of a usual number, "A-012"; one of the devices after the first 26 has a second letter. */
const usualLength = 5;

/** The number, as large as the screen allows or as wide as the paper (58 mm): what they are called by, where, and about when. */
export const Slip = ({ given: { subject, label, deskId }, queue, onNext }: { given: Given; queue: DeskQueue; onNext: () => void }) => {
  const words = useWords(staffQueueWords);
  const { brand } = useWords(uiWords);
  const locale = useLocale();
  const desk = queue.desks.find((one) => one.deskId === deskId);
  const { dueAt, expectedAt } = desk?.line.find((one) => one.subject === subject) ?? {};
  const place = inLocale(locale, queue.placeNameKo, queue.placeNameEn);
  const address = `${location.origin}${pathIn(locale, "/number")}?visit=${queue.visit.visitId}&n=${encodeURIComponent(label)}`;
  const turn = !expectedAt
    ? undefined
    : minutesUntil(expectedAt, queue.now) <= soonMinutes
      ? words.soon
      : words.about(clockText(expectedAt, locale));
  // The form was longer, and lines above come and go: the number is what is looked for now.
  const slip = useRef<HTMLElement>(null);
  useEffect(() => {
    slip.current?.focus({ preventScroll: true });
    slip.current?.scrollIntoView({ block: "start", behavior: "instant" });
  }, []);
  return (
    <>
      <section class="slip" aria-label={words.slipTitle} tabIndex={-1} ref={slip}>
        <p class="slip-centre">{brand}</p>
        <p class={label.length > usualLength ? "slip-number slip-number-long" : "slip-number"} role="status">
          <span class="unseen">{words.slipDone(label)}</span>
          <span aria-hidden="true">{label}</span>
        </p>
        <p class="slip-heard">
          {words.heardAs}: <strong lang="ko">“{spokenLabel(label)}”</strong>
        </p>
        <p class="slip-desk">{desk && <DeskLabel label={desk.deskLabel} />}</p>
        {dueAt ? (
          <p class="slip-turn">{words.bookedAt(clockText(dueAt, locale))}</p>
        ) : (
          turn && (
            <p class="slip-turn">
              {words.turn}: <strong>{turn}</strong>
            </p>
          )
        )}
        <QrCode text={address} label={words.slipQr} />
        <p class="slip-hint">{words.slipQrHint}</p>
        <p class="slip-foot">
          {dateText(queue.visit.date, locale)} <span lang={place.lang}>{place.text}</span>
        </p>
      </section>
      <div class="slip-actions">
        <Button kind="main" wide onClick={onNext}>
          {words.nextPerson}
        </Button>
        <Button onClick={() => print()}>{words.print}</Button>
        <ButtonLink href={`/staff/visits/${queue.visit.visitId}/desk-board`}>{words.toBoard}</ButtonLink>
      </div>
    </>
  );
};
