import { useEffect, useState } from "preact/hooks";
import { staffWords } from "../../../../shared/copy/pages-staff.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { dateText, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { instantNow } from "../../platform/clock.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { useOnEvent } from "../../platform/use-on-event.ts";
import { keepScreenOn } from "../../platform/wake-lock.ts";
import { lazyPart } from "../../ui/lazy-page.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed } from "../../ui/states.tsx";
import { outboxChanged, outboxStatus } from "../offline/outbox-status.ts";
import { AskingScreen } from "./asking-screen.tsx";
import { CameraPicture } from "./camera-picture.tsx";
import { CodeField } from "./code-field.tsx";
import { useScanDesk } from "./use-scan-desk.ts";
import { useVisitHead } from "./use-visit-head.ts";
import { VerdictScreen } from "./verdict-screen.tsx";
import type { VerdictSignal } from "./verdict-signal.ts";

const LastLine = lazyPart(() => import("./last-line.tsx").then((module) => module.LastLine));

/** The scanner of a visit; none on a phone that was reported lost, which the line above says. */
export const ScanPage = ({ visitId }: { visitId: VisitId }) => {
  const words = useWords(staffWords);
  const { isRevoked } = useOnEvent(outboxChanged, outboxStatus);
  return isRevoked ? (
    <Page title={words.scanTitle} back={{ href: "/staff", label: words.toVisits }}>
      {null}
    </Page>
  ) : (
    <Scanner visitId={visitId} />
  );
};

/** Check-in at a visit: point the camera, type the code or fire a hand-held scanner. */
const Scanner = ({ visitId }: { visitId: VisitId }) => {
  const { desk, state, deviceId, signal, last, act, startOver } = useScanDesk(visitId);
  const staff = useWords(staffWords);
  useEffect(keepScreenOn, []);
  // What was typed and is nobody's code comes back, to be put right instead of typed anew.
  const [toCorrect, setToCorrect] = useState("");
  useEffect(() => {
    if (state.step !== "verdict") return;
    const { read } = state.input;
    setToCorrect(state.verdict.verdict === "unknown-code" && read.by === "code" ? read.code : "");
  }, [state]);

  return (
    <div class="scan">
      <VisitLine visitId={visitId} verdicts={state.step === "verdict"} />
      <CameraPicture takesScans={() => desk.takesScans()} onScan={(text) => desk.scan(text)} />
      <CodeField active={takesTyping(state)} toCorrect={toCorrect} onCode={(text) => desk.scan(text)} />
      <a class="scan-find" href={`/staff/visits/${visitId}/find`}>
        {staff.find}
      </a>
      {last && <LastLine visitId={visitId} last={last} onUndo={() => void act(last.verdict, { act: "undo", ref: last.eventId })} />}
      <SoundLocked signal={signal} />
      {(state.step === "asking" || state.step === "unanswered") && (
        <AskingScreen state={state} onRetry={() => desk.retry()} onSetAside={() => desk.next()} />
      )}
      {state.step === "verdict" && (
        <VerdictScreen
          key={state.input.eventId}
          visitId={visitId}
          verdict={state.verdict}
          isLocal={state.isLocal}
          deviceId={deviceId}
          onAct={async (what) => {
            const isKept = await act(state.verdict, what);
            if (isKept) desk.next();
            return isKept;
          }}
          onStartOver={(ref, reason) => startOver(state, ref, reason)}
          onNext={() => desk.next()}
        />
      )}
    </div>
  );
};

const takesTyping = (state: ReturnType<typeof useScanDesk>["state"]): boolean =>
  state.step === "ready" || (state.step === "verdict" && state.verdict.tone === "green") || (state.step === "asking" && !state.slow);

/** Which visit this is and how many have come; looked at anew with each verdict. */
const VisitLine = ({ visitId, verdicts }: { visitId: VisitId; verdicts: boolean }) => {
  const words = useWords(staffWords);
  const locale = useLocale();
  const { head, problem, look } = useVisitHead(visitId);
  useEffect(() => {
    if (verdicts) void look();
  }, [verdicts, look]);

  if (!head)
    return (
      <>
        <h1 class="scan-title">{words.scanTitle}</h1>
        {problem && <Failed problem={problem} onRetry={look} />}
      </>
    );
  const { visit, place, registered, arrived } = head;
  const name = inLocale(locale, place.nameKo, place.nameEn);
  const isToday = visit.date === seoulDateOf(instantNow());
  return (
    <>
      <div class="scan-head">
        <h1 class="scan-title">
          {words.scanTitle} <span lang={name.lang}>{name.text}</span>
        </h1>
        <a class="scan-count" href={`/staff/visits/${visitId}`}>
          <span class="unseen">{words.dayTitle}: </span>
          {words.arrived} <strong>{arrived}</strong> / {registered}
        </a>
      </div>
      {!isToday && (
        <Notice tone="warn">
          <p>{words.scanOtherDay(dateText(visit.date, locale))}</p>
        </Notice>
      )}
    </>
  );
};

/** Browsers keep a page silent until it is touched once; then this line goes. */
const SoundLocked = ({ signal }: { signal: VerdictSignal }) => {
  const words = useWords(staffWords);
  const [silenced, setSilenced] = useState(signal.isSilenced());
  useEffect(() => {
    const unlock = () => {
      signal.unlock();
      setSilenced(false);
    };
    addEventListener("pointerdown", unlock, { once: true });
    addEventListener("keydown", unlock, { once: true });
    return () => {
      removeEventListener("pointerdown", unlock);
      removeEventListener("keydown", unlock);
    };
  }, [signal]);
  return silenced ? <p class="scan-silenced">{words.soundLocked}</p> : null;
};
