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
  return (
    <>
      <section class="slip" aria-label={words.slipTitle}>
        <p class="slip-centre">{brand}</p>
        <p class="slip-number" role="status">
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
