import { useEffect, useState } from "preact/hooks";
import { staffNotesWords } from "../../../../shared/copy/pages-staff-notes.ts";
import { call } from "../../platform/api.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { busOf } from "../offline/bus-of.ts";
import type { KeptNote } from "../offline/notes.ts";
import { outboxChanged } from "../offline/outbox-status.ts";

/** The notes on this device that the server has not taken, kept up to date. */
export const useKeptNotes = (): readonly KeptNote[] | undefined => {
  const [notes, setNotes] = useState<readonly KeptNote[]>();
  useEffect(() => {
    const look = () =>
      void busOf()
        .then(async (bus) => setNotes((await bus?.findNotes()) ?? []))
        .catch(() => setNotes([]));
    look();
    addEventListener(outboxChanged, look);
    return () => removeEventListener(outboxChanged, look);
  }, []);
  return notes;
};

/** How many notes of talks wait on this device, on every page of the app. */
export const NotesLine = () => {
  const words = useWords(staffNotesWords);
  const notes = useKeptNotes();
  if (!notes || notes.length === 0) return null;
  const refused = notes.filter(({ problem }) => problem).length;
  return (
    <p class="outbox outbox-waiting" role="status">
      <strong>{words.lineWaiting(notes.length)}</strong>
      <span>{refused > 0 ? words.lineRefused(refused) : words.lineGoes}</span>
      <ButtonLink href="/staff/notes">{words.look}</ButtonLink>
    </p>
  );
};

export const askRefused = () => call("GET /api/office/desk-notes");

/** That notes of one's own came and could not be written: beside what there is to do. */
export const RefusedNotice = () => {
  const words = useWords(staffNotesWords);
  const [loaded] = useLoaded(askRefused);
  if (loaded.state !== "loaded" || loaded.value.notes.length === 0) return null;
  return (
    <Notice tone="warn" title={words.toMendCount(loaded.value.notes.length)} live>
      <ButtonLink href="/staff/notes">{words.look}</ButtonLink>
    </Notice>
  );
};
