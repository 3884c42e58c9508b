import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { RefusedNote } from "../../../../shared/contract/desk-notes.ts";
import { consultationKindWords } from "../../../../shared/copy/consultation.ts";
import { staffCareWords } from "../../../../shared/copy/pages-staff-care.ts";
import { staffNotesWords } from "../../../../shared/copy/pages-staff-notes.ts";
import type { DeskNoteText } from "../../../../shared/domain/desk-note.ts";
import { isTicketIndex } from "../../../../shared/domain/ticket-token.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { momentText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { busOf } from "../offline/bus-of.ts";
import type { KeptNote } from "../offline/notes.ts";
import { NoteForm } from "./note-form.tsx";
import { askRefused, useKeptNotes } from "./notes-line.tsx";

const paramsOf = ({ visitId, consultationId }: RefusedNote) => ({ visitId, consultationId });

/** Notes of talks that are not where they belong: on this device until they are sent, and with the server until who wrote them mends or drops them. */
export const NotesPage = () => {
  const words = useWords(staffNotesWords);
  const careWords = useWords(staffCareWords);
  const kept = useKeptNotes();
  const [loaded, reload] = useLoaded(askRefused);
  const [mending, setMending] = useState<RefusedNote>();
  const [said, setSaid] = useState<string>();
  const back = { href: "/staff", label: careWords.toVisits };
  const done = (saying: string) => async () => {
    await reload();
    setMending(undefined);
    setSaid(saying);
  };
  if (mending)
    return (
      <Page title={words.mend} lead={mending.whom ?? words.unknownPerson} back={back} narrow focus>
        <p>{words.refusals[mending.refusal]}</p>
        <MendForm note={mending} onDone={done(words.mended)} onBack={() => setMending(undefined)} />
      </Page>
    );
  return (
    <Page title={words.keptTitle} lead={words.keptLead} back={back} narrow focus={hasMoved()}>
      {said && <Notice key={said} tone="good" title={said} live focus />}
      {kept === undefined ? <Loading blocks={1} /> : kept.length === 0 && <Empty title={words.keptNone} />}
      {kept?.map((note) => (
        <Kept key={note.id} note={note} />
      ))}
      <h2>{words.toMend}</h2>
      <p class="soft">{words.toMendLead}</p>
      {loaded.state === "loading" && <Loading blocks={1} />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && loaded.value.notes.length === 0 && <Empty title={words.toMendNone} />}
      {loaded.state === "loaded" &&
        loaded.value.notes.map((note) => (
          <Refused key={note.consultationId} note={note} onMend={() => setMending(note)} onDropped={done(words.dropped)} />
        ))}
    </Page>
  );
};

/** What lies on this device: whom it is about as the queue calls them, since what it says cannot be read here. */
const Kept = ({ note: { id, about, label, at, problem } }: { note: KeptNote }) => {
  const words = useWords(staffNotesWords);
  const locale = useLocale();
  const isWalkIn = "subject" in about && !isTicketIndex(about.subject);
  return (
    <Card as="article">
      <h3>{label ? words.chosen(label) : words.mine}</h3>
      <p class="soft">
        {isWalkIn ? words.walkIn : words.registered} · {momentText(at, locale)}
      </p>
      {problem ? (
        <Notice tone="warn" title={words.refused}>
          <p>
            {problem.title}. {problem.detail}
          </p>
        </Notice>
      ) : (
        <p>{words.waits}</p>
      )}
      <Dropping onDrop={async () => (await busOf())?.dropNote(id)}>
        <Button onClick={() => void busOf().then((bus) => bus?.flush())}>{words.sendAgain}</Button>
      </Dropping>
    </Card>
  );
};

type RefusedProps = { note: RefusedNote; onMend: () => void; onDropped: () => Promise<void> };

const Refused = ({ note, onMend, onDropped }: RefusedProps) => {
  const words = useWords(staffNotesWords);
  const locale = useLocale();
  const drop = async () => {
    const answer = await call("DELETE /api/office/visits/{visitId}/desk-notes/{consultationId}", { params: paramsOf(note) });
    // Dropped already, on another device: it is gone from the list all the same.
    if (answer.ok || answer.problem.code === "not-found") await onDropped();
  };
  return (
    <Card as="article">
      <h3>
        {note.whom ?? words.unknownPerson} {note.isWalkIn && <span class="soft">{words.walkIn}</span>}
      </h3>
      <p class="soft">{words.came(momentText(note.receivedAt, locale))}</p>
      <Notice tone="warn">
        <p>{words.refusals[note.refusal]}</p>
      </Notice>
      {note.said && (
        <>
          <p>{consultationKindWords[note.said.kind][locale]}</p>
          <p class="as-written">{note.said.note}</p>
        </>
      )}
      <Dropping onDrop={drop}>
        {note.said && (
          <Button kind="main" onClick={onMend}>
            {words.mend}
          </Button>
        )}
      </Dropping>
    </Card>
  );
};

/** What is dropped is gone: asked once more. */
const Dropping = ({ onDrop, children }: { onDrop: () => Promise<void>; children: ComponentChildren }) => {
  const words = useWords(staffNotesWords);
  const [isSure, setSure] = useState(false);
  if (!isSure)
    return (
      <div class="row actions">
        {children}
        <Button onClick={() => setSure(true)}>{words.drop}</Button>
      </div>
    );
  return (
    <div class="stack stack-tight" role="alert">
      <p>
        <strong>{words.dropSure}</strong>
      </p>
      <div class="row actions">
        <Button kind="danger" onClick={() => void onDrop()}>
          {words.dropYes}
        </Button>
        <Button onClick={() => setSure(false)}>{words.dropNo}</Button>
      </div>
    </div>
  );
};

type MendProps = { note: RefusedNote; onDone: () => Promise<void>; onBack: () => void };

const MendForm = ({ note, onDone, onBack }: MendProps) => {
  const next = note.isWalkIn ? null : (note.said?.next ?? null);
  const send = (said: DeskNoteText) =>
    call("PUT /api/office/visits/{visitId}/desk-notes/{consultationId}/mended", {
      params: paramsOf(note),
      body: { ...said, next: said.next ?? next },
    });
  return (
    <NoteForm
      known={note.said ?? undefined}
      draft={{ key: note.consultationId, id: note.consultationId, seen: undefined }}
      hasNext={!note.isWalkIn && next === null}
      send={send}
      onDone={onDone}
      onBack={onBack}
    />
  );
};
