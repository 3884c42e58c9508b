import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ScanVerdict } from "../../../../shared/contract/staff.ts";
import { staffWords } from "../../../../shared/copy/pages-staff.ts";
import { toneWords, wordsOfVerdict } from "../../../../shared/copy/verdicts.ts";
import { dateText, minutesBetween } from "../../../../shared/domain/seoul-time.ts";
import type { VerdictTone } from "../../../../shared/domain/verdicts.ts";
import { instantNow } from "../../platform/clock.ts";
import { inLocale } from "../../platform/locale.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { lazyPart } from "../../ui/lazy-page.tsx";
import type { DeskAct } from "../offline/bus.ts";
import { What } from "../what.tsx";
import { shownDevice } from "./device.ts";
import { needsDesk, passes } from "./scan-desk.ts";
import { VerdictIcon } from "./verdict-icon.tsx";

type Props = {
  visitId: string;
  verdict: ScanVerdict;
  isLocal: boolean;
  /** They were chosen from a list, and said no code. */
  isByName?: boolean;
  deviceId: string;
  onAct: (act: DeskAct) => Promise<boolean>;
  onStartOver: (ref: string, reason: string) => Promise<boolean>;
  onNext: () => void;
};

const Onward = lazyPart(() => import("./onward.tsx").then((module) => module.Onward));
const OlderList = lazyPart(() => import("./onward.tsx").then((module) => module.OlderList));
const Choices = lazyPart(() => import("./choices.tsx").then((module) => module.Choices));

/** The verdict over the whole screen: colour, shape, word, and what to do. */
export const VerdictScreen = ({ visitId, verdict, isLocal, isByName = false, deviceId, onAct, onStartOver, onNext }: Props) => {
  const words = useWords(staffWords);
  const locale = useLocale();
  const { word, next } = wordsOfVerdict(verdict.verdict, locale);
  const leadsTo = elsewhere[verdict.verdict];
  const content = (
    <>
      <VerdictIcon tone={verdict.tone} />
      <p class="verdict-tone">{toneWords[verdict.tone][locale]}</p>
      <h2 id="verdict-word" class="verdict-word">
        {word}
      </h2>
      {verdict.maskedName && <p class="verdict-name">{verdict.maskedName}</p>}
      <div id="verdict-detail" class="verdict-detail">
        <Details verdict={verdict} deviceId={deviceId} />
        {isLocal && verdict.verdict === "unknown-code" ? (
          <OlderList />
        ) : (
          <>
            <p>{verdict.verdict !== "admitted-by-code" ? next : isByName ? words.byName : verdict.maskedName ? next : words.nameless}</p>
            {isLocal && <p>{words.judgedHere}</p>}
          </>
        )}
      </div>
    </>
  );
  return verdict.tone === "green" ? (
    <PassingScreen onNext={onNext} passes={passes(verdict)} needsDesk={needsDesk(verdict)} more={<Onward {...{ visitId, verdict }} />}>
      {content}
    </PassingScreen>
  ) : (
    <WaitingScreen tone={verdict.tone} onClose={onNext}>
      <div class="verdict-body">{content}</div>
      <div class="verdict-acts">
        {leadsTo && (
          <a class="verdict-choice" href={`/staff/visits/${visitId}/${leadsTo}`}>
            {words[leadsTo]}
          </a>
        )}
        {verdict.idx !== null && overruled.has(verdict.verdict) && <Choices {...{ visitId, verdict, onAct, onStartOver }} />}
        <button type="button" class="verdict-next" onClick={onNext}>
          {words.next}
        </button>
      </div>
    </WaitingScreen>
  );
};

/** Verdicts that staff may overrule: each names a ticket of this visit, whatever is wrong with it. */
const overruled = new Set(["already-arrived", "cancelled", "superseded", "forged", "not-issued", "refresh-pack"]);

/** Where whoever cannot go in by this ticket is welcome: without a registration, or by their name. It comes first, and has the focus. */
const elsewhere: Record<string, "find" | "walk-in" | undefined> = {
  cancelled: "walk-in",
  "other-visit": "walk-in",
  "unknown-code": "find",
  "not-issued": "find",
};

const Details = ({ verdict, deviceId }: Pick<Props, "verdict" | "deviceId">) => {
  const words = useWords(staffWords);
  const locale = useLocale();
  const { arrivedAt, arrivedOnDevice, arrivedOnLetter, otherVisitOn, calledBy, bookings, missed, tone } = verdict;
  const device =
    arrivedOnDevice === deviceId
      ? words.arrivedHere
      : arrivedOnLetter
        ? words.deviceOf(arrivedOnLetter)
        : words.arrivedElsewhere(shownDevice(arrivedOnDevice ?? ""));
  const now = instantNow();
  return (
    <>
      {tone !== "green" && arrivedAt && <p>{words.arrivedBefore(clockText(arrivedAt, locale), device)}</p>}
      {otherVisitOn && <p>{words.otherVisitOn(dateText(otherVisitOn, locale))}</p>}
      {bookings.length > 0 && (
        <ul class="verdict-times" aria-label={words.nextTimes}>
          {bookings.map((booking) => (
            <li key={booking.startsAt}>
              <strong>{clockText(booking.startsAt, locale)}</strong> <DeskLabel label={booking.deskLabel} />
              {tone === "green" && booking.startsAt < now && <strong> {words.lateBy(minutesBetween(booking.startsAt, now))}</strong>}
              <span class="verdict-employer">
                <What {...booking} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {missed.map(({ startsAt, whatKo, whatEn }) => (
        <p key={startsAt}>
          <strong>{words.cameTooLate(clockText(startsAt, locale), inLocale(locale, whatKo, whatEn).text)}</strong>
        </p>
      ))}
      {tone === "green" && calledBy && (
        <>
          {bookings.length + missed.length === 0 && <p>{words.noBookings}</p>}
          <p>{words.calledBy(calledBy)}</p>
        </>
      )}
    </>
  );
};

type PassingProps = { onNext: () => void; passes: boolean; needsDesk: boolean; more: ComponentChildren; children: ComponentChildren };

/** Green: goes by itself where there is nothing to settle, and leaves the focus where the next scan arrives. */
const PassingScreen = ({ onNext, passes: goes, needsDesk: waits, more, children }: PassingProps) => {
  const words = useWords(staffWords);
  return (
    <div class="verdict verdict-green">
      <div role="alert" class="verdict-body">
        {children}
      </div>
      <div class="verdict-acts">
        {more}
        {goes && <div class="verdict-countdown" aria-hidden="true" />}
        {/* Whoever is in no line yet is sent to one first. */}
        <button type="button" class={waits ? "verdict-aside" : "verdict-next"} onClick={onNext}>
          {words.next}
        </button>
        {goes && <p class="verdict-soon">{words.nextSoon}</p>}
      </div>
    </div>
  );
};

/** A scanner fires whole tokens and an Enter within this time; a hand does not. */
const burstMs = 150;

type WaitingProps = { tone: VerdictTone; onClose: () => void; children: ComponentChildren };

/** All others: a modal dialog that waits for a hand. The Enter at the end of a scanner's burst is not a hand. */
export const WaitingScreen = ({ tone, onClose, children }: WaitingProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const typedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`verdict verdict-${tone}`}
      role="alertdialog"
      aria-labelledby="verdict-word"
      aria-describedby="verdict-detail"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key.length === 1 && event.key !== " ") typedAt.current = event.timeStamp;
        else if (event.key === "Enter" && event.timeStamp - typedAt.current < burstMs) event.preventDefault();
      }}
    >
      {children}
    </dialog>
  );
};
