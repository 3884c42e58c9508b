import { useEffect } from "preact/hooks";
import { staffWords } from "../../../../shared/copy/pages-staff.ts";
import { signInNeeded } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { useOnEvent } from "../../platform/use-on-event.ts";
import { lazyPart } from "../../ui/lazy-page.tsx";
import { care } from "../care/load.ts";
import { hasNewVersion, newVersionWaits, openNewVersion } from "../worker/register-worker.ts";
import { busOf } from "./bus-of.ts";
import { outboxChanged, outboxStatus } from "./outbox-status.ts";
import { useOnline } from "./use-online.ts";

const NotesLine = lazyPart(() => care().then((pages) => pages.NotesLine));
const UploadNotice = lazyPart(() => import("./upload-notice.tsx").then((module) => module.UploadNotice));

/** How many check-ins wait to be sent, on every page of the app, and what they wait for; then what came of them. */
export const OutboxLine = ({ mayUpdate }: { mayUpdate: boolean }) => {
  const words = useWords(staffWords);
  const { waiting, notes, state, hasReport, isRevoked } = useOnEvent(outboxChanged, outboxStatus);
  const waits = waiting !== undefined && Object.values(waiting).some(Boolean);
  const isOnline = useOnline();
  const isNew = useOnEvent(newVersionWaits, hasNewVersion);
  // Whatever waits is sent as soon as the app is open.
  useEffect(() => void busOf(), []);
  return (
    <>
      {isRevoked && (
        <p class="outbox outbox-revoked" role="alert">
          <strong>{words.revoked}</strong>
          <span>{words.revokedDetail}</span>
        </p>
      )}
      {!isOnline && (
        <p class="outbox outbox-waiting" role="status">
          <strong>{words.offline}</strong>
          {!isRevoked && <span>{words.offlineDetail}</span>}
        </p>
      )}
      {waiting && (waits || notes === 0) && (
        <p class={waits ? "outbox outbox-waiting" : "outbox"} role="status">
          <strong>{waits ? words.outboxWaiting(waiting) : words.outboxNone}</strong>
          {waits && <span>{words.outbox[state]}</span>}
          {waits && !isRevoked && (state === "unreachable" || state === "sign-in") && <span>{words.goOn}</span>}
          {waits && state === "sign-in" && (
            <button type="button" class="tool" onClick={() => dispatchEvent(new Event(signInNeeded))}>
              {words.signInToSend}
            </button>
          )}
        </p>
      )}
      {notes > 0 && <NotesLine />}
      {isNew && mayUpdate && (
        <p class="outbox">
          <span>{words.newVersion}</span>
          <button type="button" class="tool" onClick={openNewVersion}>
            {words.openNewVersion}
          </button>
        </p>
      )}
      {hasReport && <UploadNotice />}
    </>
  );
};
