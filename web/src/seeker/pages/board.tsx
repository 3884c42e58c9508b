import { useEffect, useRef, useState } from "preact/hooks";
import type { CallBoard } from "../../../../shared/contract/check-in.ts";
import { deskLabelIn } from "../../../../shared/copy/desk-label.ts";
import { type BoardWords, boardWords } from "../../../../shared/copy/pages-seeker/board.ts";
import { spokenCall } from "../../../../shared/copy/spoken-number.ts";
import { timeText } from "../../../../shared/domain/seoul-time.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { keepScreenOn } from "../../platform/wake-lock.ts";
import { Button } from "../../ui/button.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { type CallSignal, openCallSignal } from "../board/call-signal.ts";
import { newCalls } from "../board/calls.ts";
import { useBoard } from "../board/use-board.ts";
import { WhichVisit } from "../board/which-visit.tsx";
import "../board/board.css";

/** For the screen at the bus: whose turn it is at each desk, in numbers only, to be read from ten steps away. In both languages at once. */
export const BoardPage = () => {
  const words = useWords(boardWords);
  return (
    <Page title={words.boardTitle}>
      <WhichVisit>{(visitId) => <Board visitId={visitId} />}</WhichVisit>
    </Page>
  );
};

const Board = ({ visitId }: { visitId: string }) => {
  const words = useWords(boardWords);
  const locale = useLocale();
  const { board, lostSince, problem } = useBoard(visitId);
  const { signal, said, turnOn } = useSpokenCalls(board);
  useEffect(keepScreenOn, []);
  if (!board) return problem ? <Failed problem={problem} /> : <Loading blocks={3} />;
  return (
    <div class="board">
      {lostSince && (
        <Notice tone="bad" live>
          <p class="board-lost">
            <Both say={(one) => one.lost(clockText(lostSince, one === boardWords.ko ? "ko" : "en"))} />
          </p>
        </Notice>
      )}
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
        <Button onClick={() => void document.documentElement.requestFullscreen?.().catch(() => undefined)}>{words.fullScreen}</Button>
        <p class="soft">{words.upToDate(clockText(board.at, locale))}</p>
      </div>
    </div>
  );
};

/** The page's language first, the other one smaller beside it. */
const Both = ({ say }: { say: (words: BoardWords) => string }) => {
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
    </section>
  );
};

/** More would make the numbers smaller, and are on everybody's own phone. */
const shownWaiting = 4;

/** Says each new call aloud once sound was allowed, and to screen readers in any case. */
function useSpokenCalls(board: CallBoard | undefined) {
  const words = useWords(boardWords);
  const locale = useLocale();
  const before = useRef<CallBoard | undefined>(undefined);
  const [signal, setSignal] = useState<CallSignal>();
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!board) return;
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
