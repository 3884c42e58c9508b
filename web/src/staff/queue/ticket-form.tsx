import { useState } from "preact/hooks";
import type { ScanVerdict } from "../../../../shared/contract/staff.ts";
import { staffOfflineWords } from "../../../../shared/copy/pages-staff-offline.ts";
import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import { wordsOfVerdict } from "../../../../shared/copy/verdicts.ts";
import type { DeskId } from "../../../../shared/domain/ids.ts";
import { callNameOf, ticketCodeOf } from "../../../../shared/domain/ticket-token.ts";
import { uuidV7 } from "../../../../shared/domain/uuid-v7.ts";
import { letsIn } from "../../../../shared/domain/verdicts.ts";
import { deviceNow } from "../../platform/clock.ts";
import { useSession } from "../../platform/session.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Finder } from "../find/finder.tsx";
import { busOf } from "../offline/bus-of.ts";
import { actionEvent } from "../offline/desk-events.ts";
import { CameraPicture } from "../scanner/camera-picture.tsx";
import { deviceIdOf } from "../scanner/device.ts";
import { meantText } from "../scanner/meant-text.ts";
import { readOf } from "../scanner/scan-desk.ts";
import { DeskChoice } from "./desk-choice.tsx";
import { type DeskLine, type DeskQueue, firstFreeFor } from "./desk-queue.ts";
import type { Given } from "./slip.tsx";

const codePointer = "/code";
type Refusal = { title: string; detail: string };

/** Whoever has a ticket is in the day by it: checked in, and sent to a desk if they have no time that is still to come. */
export const TicketForm = ({ queue, onGiven }: { queue: DeskQueue; onGiven: (given: Given) => void }) => {
  const words = useWords(staffQueueWords);
  const locale = useLocale();
  const { olderList } = useWords(staffOfflineWords);
  const { accountId } = useSession().me;
  const [desk, setDesk] = useState<DeskId>();
  const [by, setBy] = useState<"code" | "camera" | "name">("code");
  const byCamera = by === "camera";
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const { visitId } = queue.visit;

  const take = async (text: string): Promise<Refusal | undefined> => {
    const bus = await busOf();
    const judge = await bus?.findJudge(visitId, accountId);
    if (!bus || !judge) return words.notKept;
    const verdict = await judge({ eventId: uuidV7(Date.now()), read: readOf(text), deviceId: deviceIdOf(), at: deviceNow() });
    const given = await placeOf(verdict, (subject, deskId) =>
      bus.record(visitId, accountId, (moment) => actionEvent(moment, "send-on", subject, deskId)),
    );
    if (given) onGiven(given);
    const { word, next } = wordsOfVerdict(verdict.verdict, locale);
    // It is this device that judges here: its list may be older than the code.
    return given ? undefined : { title: word, detail: verdict.verdict === "unknown-code" ? olderList : next };
  };

  const placeOf = async (
    { verdict, idx }: ScanVerdict,
    sendOn: (subject: NonNullable<ScanVerdict["idx"]>, deskId: DeskId) => Promise<void>,
  ): Promise<Given | undefined> => {
    const isIn = letsIn(verdict) || verdict === "already-arrived";
    if (!idx || !isIn) return undefined;
    const known = queue.places.get(idx);
    const waitsAt = known && known.state !== "done" ? known.deskId : undefined;
    const isDueAt = ({ line, expected, late }: DeskLine) => [...line, ...expected, ...late].some(({ subject }) => subject === idx);
    const has = waitsAt ?? queue.desks.find(isDueAt)?.deskId;
    // Without a time that is still to come they wait like anybody without a booking.
    const deskId = has ?? desk ?? firstFreeFor("help", queue.desks);
    if (!has && deskId) await sendOn(idx, deskId);
    return deskId && { subject: idx, label: callNameOf(ticketCodeOf(idx)), deskId };
  };

  const onCode = (text: string) => {
    setError(text === "" ? words.codeEmpty : undefined);
    setRefusal(undefined);
    if (text === "" || busy) return;
    setBusy(true);
    void take(text)
      .then(setRefusal, () => setRefusal(words.notKept))
      .finally(() => setBusy(false));
  };

  const refused = refusal && (
    <Notice tone="bad" title={refusal.title} live>
      <p>{refusal.detail}</p>
    </Notice>
  );
  const deskChoice = <DeskChoice queue={queue} hint={words.deskIfNone} wants="help" chosen={desk} onChoose={setDesk} />;
  if (by === "name")
    return (
      <div class="stack stack-loose walk-in">
        {refused}
        <Finder visitId={visitId} onChoose={({ code }) => code && onCode(code)} />
        {deskChoice}
        <div>
          <Button onClick={() => setBy("code")}>{words.useCode}</Button>
        </div>
      </div>
    );
  return (
    <form
      class="stack stack-loose walk-in"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const typed = String(new FormData(event.currentTarget).get(codePointer) ?? "");
        void Promise.resolve(meantText(typed))
          .catch(() => typed.trim())
          .then(onCode);
      }}
    >
      {refused}
      {byCamera ? (
        <CameraPicture takesScans={() => !busy} onScan={onCode} />
      ) : (
        <TextField
          pointer={codePointer}
          label={words.code}
          hint={words.codeHint}
          error={error}
          class="input-code"
          lang="en"
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
        />
      )}
      <div class="row">
        <Button onClick={() => setBy(byCamera ? "code" : "camera")}>{byCamera ? words.useCode : words.useCamera}</Button>
        <Button onClick={() => setBy("name")}>{words.useName}</Button>
      </div>
      {deskChoice}
      {!byCamera && (
        <Button type="submit" kind="main" wide busy={busy}>
          {words.admit}
        </Button>
      )}
    </form>
  );
};
