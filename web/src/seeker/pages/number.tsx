import { useEffect, useRef, useState } from "preact/hooks";
import { boardWords } from "../../../../shared/copy/pages-seeker/board.ts";
import { spokenLabel } from "../../../../shared/copy/spoken-number.ts";
import { timeText } from "../../../../shared/domain/seoul-time.ts";
import { pathIn } from "../../platform/locale.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { type CallSignal, openCallSignal } from "../../ui/board/call-signal.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { labelIn, type MyTurn, myTurn, readLabel } from "../board/my-turn.ts";
import { useBoard } from "../board/use-board.ts";
import { WhichVisit } from "../board/which-visit.tsx";
import "../board/my-turn.css";

/** For whoever has a number: how many are before, about when, and a sign when they are called. */
export const NumberPage = () => {
  const words = useWords(boardWords);
  return (
    <Page title={words.numberTitle} narrow>
      <WhichVisit>{(visitId) => <OfNumber visitId={visitId} />}</WhichVisit>
    </Page>
  );
};

const OfNumber = ({ visitId }: { visitId: string }) => {
  const [label, setLabel] = useState(() => labelIn(location.search));
  const choose = (chosen: string | undefined) => {
    // So that the page can be opened anew on the same number.
    history.replaceState(null, "", `?visit=${visitId}${chosen ? `&n=${encodeURIComponent(chosen)}` : ""}`);
    setLabel(chosen);
  };
  return label ? <Turn visitId={visitId} label={label} onOther={() => choose(undefined)} /> : <Ask onNumber={choose} />;
};

const numberPointer = "/number";

const Ask = ({ onNumber }: { onNumber: (label: string) => void }) => {
  const words = useWords(boardWords);
  const [error, setError] = useState<string>();
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const typed = String(new FormData(event.currentTarget).get(numberPointer) ?? "");
        const label = readLabel(typed);
        if (label) onNumber(label);
        else setError(typed.trim() === "" ? words.numberEmpty : words.numberHint);
      }}
    >
      <TextField
        pointer={numberPointer}
        label={words.number}
        hint={words.numberHint}
        error={error}
        class="input-code"
        lang="en"
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
      />
      <Button type="submit" kind="main" wide>
        {words.show}
      </Button>
    </form>
  );
};

const Turn = ({ visitId, label, onOther }: { visitId: string; label: string; onOther: () => void }) => {
  const words = useWords(boardWords);
  const locale = useLocale();
  const { board, lostSince, problem } = useBoard(visitId);
  const turn = board && myTurn(board, label);
  const wasHere = useRef(false);
  if (turn && turn.state !== "unknown") wasHere.current = true;
  const { isOn, turnOn } = useCallSign(turn);
  if (!board || !turn) return problem ? <Failed problem={problem} /> : <Loading blocks={2} />;
  return (
    <>
      {lostSince && (
        <Notice tone="bad" live>
          <p>{words.lost(clockText(lostSince, locale))}</p>
        </Notice>
      )}
      <section class={`my-turn my-turn-${turn.state}`} aria-live="polite">
        <p class="my-number">
          <span class="small">{words.yourNumber}</span>
          <strong>{label}</strong>
        </p>
        <TurnText turn={turn} isOver={turn.state === "unknown" && wasHere.current} />
      </section>
      <p>
        {words.heardAs}: <strong lang="ko">“{spokenLabel(label)}”</strong>
      </p>
      {turn.state === "waiting" &&
        (isOn ? (
          <p role="status">{words.signalIsOn}</p>
        ) : (
          <Button kind="main" wide onClick={turnOn}>
            {words.signalOn}
          </Button>
        ))}
      <div class="row">
        <ButtonLink href={`${pathIn(locale, "/board")}?visit=${visitId}`}>{words.wholeBoard}</ButtonLink>
        <Button onClick={onOther}>{words.otherNumber}</Button>
      </div>
      <p class="soft small">{words.upToDate(clockText(board.at, locale))}</p>
    </>
  );
};

const TurnText = ({ turn, isOver }: { turn: MyTurn; isOver: boolean }) => {
  const words = useWords(boardWords);
  const locale = useLocale();
  switch (turn.state) {
    case "waiting":
      return (
        <>
          <h2>{words.waiting(turn.before)}</h2>
          <p class="my-about">{words.turnAt(timeText(turn.about, locale))}</p>
          <p>
            <DeskLabel label={turn.deskLabel} />
          </p>
          <p>{turn.before === 0 ? words.stayNear : words.turnMayChange}</p>
        </>
      );
    case "called":
      return (
        <>
          <h2>{words.calledNow}</h2>
          <p>{words.goTo}</p>
          <p class="my-about">
            <DeskLabel label={turn.deskLabel} />
          </p>
          {turn.calls > 1 && <p>{words.calledAgain(turn.calls)}</p>}
        </>
      );
    case "serving":
      return (
        <>
          <h2>{words.servingNow}</h2>
          <p class="my-about">
            <DeskLabel label={turn.deskLabel} />
          </p>
        </>
      );
    case "missed":
      return (
        <>
          <h2>{words.missedNow}</h2>
          <p>{words.missedHint}</p>
        </>
      );
    case "here":
      return (
        <>
          <h2>{words.here}</h2>
          <p>{words.hereHint}</p>
        </>
      );
    case "unknown":
      return (
        <>
          <h2>{isOver ? words.over : words.unknown}</h2>
          <p>{isOver ? words.overHint : words.unknownHint}</p>
        </>
      );
  }
};

/** On and off, milliseconds. */
const vibration = [400, 200, 400, 200, 800];
/** The title changes to and fro while the number is being called, so that a tab in the background is noticed, milliseconds. */
const blinkMs = 1000;

/** Says that one is called: the title in any case, sound and vibration once a press has allowed them. */
function useCallSign(turn: MyTurn | undefined) {
  const words = useWords(boardWords);
  const [signal, setSignal] = useState<CallSignal>();
  const calls = turn?.state === "called" ? turn.calls : 0;
  useEffect(() => {
    if (calls === 0) return;
    if (signal) {
      signal.chime();
      navigator.vibrate?.(vibration);
    }
    const usual = document.title;
    const blink = () => {
      document.title = document.title === usual ? `● ${words.calledInTitle}` : usual;
    };
    blink();
    const timer = setInterval(blink, blinkMs);
    return () => {
      clearInterval(timer);
      document.title = usual;
    };
  }, [calls, signal, words]);
  useEffect(() => () => signal?.close(), [signal]);
  return { isOn: signal !== undefined, turnOn: () => setSignal(openCallSignal()) };
}
