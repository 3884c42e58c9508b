import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { CallBoard } from "../../../../shared/contract/check-in.ts";
import { deskLabelIn } from "../../../../shared/copy/desk-label.ts";
import { type BoardWords, boardWords } from "../../../../shared/copy/pages-seeker/board.ts";
import { spokenCall } from "../../../../shared/copy/spoken-number.ts";
import { timeText } from "../../../../shared/domain/seoul-time.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { keepScreenOn } from "../../platform/wake-lock.ts";
import { Button } from "../button.tsx";
import { DeskLabel } from "../desk-label.tsx";
import { type CallSignal, openCallSignal } from "./call-signal.ts";
import { newCalls } from "./calls.ts";
import "./board.css";

/**
 * Whose turn it is at each desk, in numbers only, to be read from ten steps away, with the call aloud. Drawn alike by the public page, which asks the server, and
 * by the staff app, which knows it without a network.
 */
export const CallBoardView = ({ board, notice }: { board: CallBoard; notice?: ComponentChildren }) => {
  const words = useWords(boardWords);
  const locale = useLocale();
  const { signal, said, turnOn } = useSpokenCalls(board);
  // Only the board fills the screen: whatever the page was scrolled to stays behind.
  const whole = useRef<HTMLDivElement>(null);
  useEffect(keepScreenOn, []);
  return (
    <div class="board" ref={whole}>
      {notice}
      <p class="unseen" aria-live="assertive">
        {said}
      </p>
      <div class="board-desks">
        {board.desks.map((desk) => (
          <DeskPanel key={desk.deskId} desk={desk} />
        ))}
      </div>
      <div class="board-tools">
        {signal ? (
          <p role="status">{signal.hasVoice() ? words.soundIsOn : words.soundNoVoice}</p>
        ) : (
          <Button kind="main" onClick={turnOn}>
            {words.soundOn}
          </Button>
        )}
        <Button onClick={() => void whole.current?.requestFullscreen?.().catch(() => undefined)}>{words.fullScreen}</Button>
        <p class="soft">{words.upToDate(clockText(board.at, locale))}</p>
      </div>
    </div>
  );
};

/** The page's language first, the other one smaller beside it. */
export const Both = ({ say }: { say: (words: BoardWords) => string }) => {
  const other = useLocale() === "ko" ? "en" : "ko";
  return (
    <>
      {say(useWords(boardWords))}{" "}
      <span class="board-other" lang={other}>
        {say(boardWords[other])}
      </span>
    </>
  );
};

const DeskPanel = ({ desk: { label, serving, called, waiting, missed } }: { desk: CallBoard["desks"][number] }) => {
  const locale = useLocale();
  const otherLocale = locale === "ko" ? "en" : "ko";
  const other = deskLabelIn(otherLocale, label);
  return (
    <section class={called.length > 0 ? "board-desk board-desk-calls" : "board-desk"}>
      <div class="board-parts">
        <h2>
          <DeskLabel label={label} />
          {other.text !== deskLabelIn(locale, label).text && (
            <>
              {" "}
              <span class="board-other" lang={other.lang ?? otherLocale}>
                {other.text}
              </span>
            </>
          )}
        </h2>
        <div class="board-nows">
          {called.map((one) => (
            <p class="board-now" key={one.label}>
              <strong>{one.label}</strong>
              <span>
                <Both say={(words) => words.called} />
              </span>
            </p>
          ))}
          {called.length === 0 && (
            <p class="board-now">
              {serving && <strong>{serving}</strong>}
              <span>
                <Both say={(words) => (serving ? words.serving : words.free)} />
              </span>
            </p>
          )}
        </div>
        <div class="board-lines">
          {called.length > 0 && serving && (
            <p class="board-line">
              <Both say={(words) => words.serving} /> <strong>{serving}</strong>
            </p>
          )}
          {waiting.length > 0 && (
            <div class="board-line">
              <h3>
                <Both say={(words) => words.next} />
              </h3>
              <ol role="list">
                {waiting.slice(0, shownWaiting).map((one) => (
                  <li key={one.label}>
                    <strong>{one.label}</strong> {timeText(one.about, locale)}
                  </li>
                ))}
              </ol>
            </div>
          )}
          {missed.length > 0 && (
            <div class="board-line board-missed">
              <h3>
                <Both say={(words) => words.missed} />
              </h3>
              <p>
                <strong>{missed.join(", ")}</strong>
              </p>
            </div>
          )}
        </div>
      </div>
    </section>
  );
};

/** More would make the numbers smaller, and are on everybody's own phone. */
const shownWaiting = 4;

/** Says each new call aloud once sound was allowed, and to screen readers in any case. */
function useSpokenCalls(board: CallBoard) {
  const words = useWords(boardWords);
  const locale = useLocale();
  const before = useRef<CallBoard | undefined>(undefined);
  const [signal, setSignal] = useState<CallSignal>();
  const [said, setSaid] = useState("");
  useEffect(() => {
    const calls = newCalls(before.current, board);
    before.current = board;
    if (calls.length === 0) return;
    setSaid(calls.map(({ label, deskLabel }) => words.announce(label, deskLabelIn(locale, deskLabel).text)).join(" "));
    signal?.chime();
    for (const { label, deskLabel } of calls) signal?.say(spokenCall(label, deskLabel));
  }, [board, signal, words, locale]);
  useEffect(() => () => signal?.close(), [signal]);
  return { signal, said, turnOn: () => setSignal(openCallSignal()) };
}
