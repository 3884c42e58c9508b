import { useState } from "preact/hooks";
import { staffNotesWords } from "../../../../shared/copy/pages-staff-notes.ts";
import type { DeskNoteText } from "../../../../shared/domain/desk-note.ts";
import type { ConsultationId } from "../../../../shared/domain/ids.ts";
import { isTicketIndex, type TicketIndex } from "../../../../shared/domain/ticket-token.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { goTo } from "../../platform/router.ts";
import { useSession } from "../../platform/session.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Notice } from "../../ui/notice.tsx";
import { mintId } from "../mint-id.ts";
import { busOf } from "../offline/bus-of.ts";
import type { DeskQueue } from "../queue/desk-queue.ts";
import { checkNote } from "./check-note.ts";
import { draftOf } from "./note-drafts.ts";
import { NoteForm } from "./note-form.tsx";

type Props = { queue: DeskQueue; subject: TicketIndex; label: string | null; onDone: () => void };

/** A note that is sealed on this device as it is saved, with a network or without: one way, which is also the one that works at the bus. */
export const SealedNoteForm = ({ queue, subject, label, onDone }: Props) => {
  const words = useWords(staffNotesWords);
  const { accountId: byId } = useSession().me;
  const { visitId, date } = queue.visit;
  const draftKey = `${visitId}/${subject}`;
  const [id] = useState(() => (draftOf(draftKey)?.id ?? mintId("con")) as ConsultationId);
  const isWalkIn = !isTicketIndex(subject);
  /** A refusal of this device itself: no server was asked. */
  const notKept: { ok: false; problem: ClientProblem } = {
    ok: false,
    problem: {
      ...words.notKept,
      status: 0,
      code: "unreachable",
      errors: [],
      clash: undefined,
      alternatives: [],
      retryAfterSeconds: undefined,
    },
  };
  const send = async (said: DeskNoteText) => {
    const isKept = await busOf()
      .then((bus) => bus?.keepNote({ id, visitId, about: { subject }, label, byId, said }))
      .catch(() => false);
    return isKept ? ({ ok: true, value: undefined } as const) : notKept;
  };
  if (queue.noteKey === null)
    return (
      <Notice tone="warn">
        <p>{words.noKey}</p>
      </Notice>
    );
  return (
    <>
      <p class="soft">{words.sealed}</p>
      {isWalkIn && <p>{words.walkInNext}</p>}
      <NoteForm
        draft={{ key: draftKey, id, seen: undefined }}
        hasNext={!isWalkIn}
        check={checkNote(date, isWalkIn ? "walk-in" : "registered")}
        send={send}
        onDone={onDone}
        onBack={() => goTo(`/staff/visits/${visitId}/notes`)}
      />
    </>
  );
};
