import { useState } from "preact/hooks";
import { staffNotesWords } from "../../../../shared/copy/pages-staff-notes.ts";
import type { Subject } from "../../../../shared/domain/check-in-event.ts";
import { labelOf } from "../../../../shared/domain/desk-board.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import { isTicketIndex, type TicketIndex } from "../../../../shared/domain/ticket-token.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Empty } from "../../ui/states.tsx";
import type { DeskQueue } from "../queue/desk-queue.ts";
import { QueueFrame } from "../queue/queue-frame.tsx";
import { useQueue } from "../queue/use-queue.ts";
import { SealedNoteForm } from "./sealed-note-form.tsx";
import { WalkInTalks } from "./walk-in-talks.tsx";
import "../queue/queue.css";

/** Whom a note can be about here: everybody of the queue, those too with whom a desk is done, and whoever else is here; the latest first. */
const subjectsOf = ({ places, desks, unplaced }: DeskQueue): { subject: Subject; label: string; since: Instant }[] => {
  const placed = [...places.values()].map((place) => ({ subject: place.subject, label: labelOf(place), since: place.changedAt }));
  const lines = desks.flatMap(({ line }) => line.map(({ subject, label, expectedAt }) => ({ subject, label, since: expectedAt })));
  const known = new Map([...lines, ...unplaced, ...placed].map((one) => [one.subject, one]));
  return [...known.values()].sort((a, b) => b.since.localeCompare(a.since));
};

/** A note of a talk at the bus, with or without a network: about whom, then what was said. */
export const WriteNotePage = ({ visitId: id, subject }: { visitId: string; subject?: string }) => {
  const visitId = id as VisitId;
  const words = useWords(staffNotesWords);
  const [view, { renew }] = useQueue(visitId);
  const [isSaved, setSaved] = useState(false);
  const address = `/staff/visits/${visitId}`;
  const back = subject ? { href: `${address}/notes`, label: words.toNotes } : { href: address, label: words.toDay };
  return (
    <QueueFrame title={words.title} back={back} view={view} onRetry={() => void renew()} narrow>
      {(queue) => {
        if (!subject) return <People queue={queue} />;
        const known = subjectsOf(queue).find((one) => one.subject === subject);
        const about = (known?.subject ?? subject) as TicketIndex;
        return (
          <>
            <h2>
              {words.chosen(known?.label ?? labelOf({ subject: about, number: undefined }))}{" "}
              <span class="soft">{isTicketIndex(subject) ? words.registered : words.walkIn}</span>
            </h2>
            {isSaved ? (
              <Saved visitId={visitId} />
            ) : (
              <SealedNoteForm queue={queue} subject={about} label={known?.label ?? null} onDone={() => setSaved(true)} />
            )}
            {!isTicketIndex(subject) && <WalkInTalks visitId={visitId} walkInId={subject} />}
          </>
        );
      }}
    </QueueFrame>
  );
};

const People = ({ queue }: { queue: DeskQueue }) => {
  const words = useWords(staffNotesWords);
  const locale = useLocale();
  const subjects = subjectsOf(queue);
  if (subjects.length === 0)
    return (
      <Empty title={words.nobody}>
        <p>{words.nobodyDetail}</p>
      </Empty>
    );
  return (
    <section class="stack">
      <h2>{words.who}</h2>
      <p class="soft">{words.whoHint}</p>
      <ul class="turns" role="list">
        {subjects.map(({ subject, label, since }) => (
          <li class="turn" key={subject}>
            <span class="turn-label">{label}</span>
            <span class="turn-when">
              {isTicketIndex(subject) ? words.registered : words.walkIn} · {words.since(clockText(since, locale))}
            </span>
            <span class="turn-actions">
              <ButtonLink href={`/staff/visits/${queue.visit.visitId}/notes/${subject}`}>
                {words.title} <span class="unseen">{label}</span>
              </ButtonLink>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Saved = ({ visitId }: { visitId: VisitId }) => {
  const words = useWords(staffNotesWords);
  return (
    <>
      <Notice tone="good" title={words.kept} live focus />
      <div class="row actions">
        <ButtonLink kind="main" href={`/staff/visits/${visitId}/desk-board`}>
          {words.toBoard}
        </ButtonLink>
        <ButtonLink href={`/staff/visits/${visitId}/notes`}>{words.another}</ButtonLink>
      </div>
    </>
  );
};
