import { useState } from "preact/hooks";
import type { WrittenConsultation } from "../../../../shared/contract/care.ts";
import type { DeskNoteText } from "../../../../shared/domain/desk-note.ts";
import type { RegistrationId, VisitId } from "../../../../shared/domain/ids.ts";
import { type Answer, type ClientProblem, call } from "../../platform/api.ts";
import { useSession } from "../../platform/session.ts";
import { mintId } from "../mint-id.ts";
import { busOf } from "../offline/bus-of.ts";
import { NoteForm } from "./note-form.tsx";

type Props = {
  params: { visitId: string; registrationId: string };
  /** The note that is corrected; none for a new one. */
  known: WrittenConsultation | undefined;
  /** `kept`: there was no server, and it waits on this device. */
  onDone: (how: "written" | "kept") => Promise<void>;
  onBack: () => void;
};

const noteKey = "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}" as const;
/** No network, too slow, or a server in trouble: whether it has the note is not known. */
const isUnanswered = ({ status, code }: ClientProblem): boolean => status === 0 || status >= 500 || code === "unreachable";

/**
 * The note of a talk with somebody who is on the screen. Its number is made with the form, so that a press that is repeated writes one note; a new one for which
 * there is no server waits, sealed, on this device where it has a pack of the visit.
 */
export const ConsultationForm = ({ params, known, onDone, onBack }: Props) => {
  const { accountId } = useSession().me;
  const [consultationId] = useState(() => known?.consultationId ?? mintId("con"));
  const send = async (
    said: DeskNoteText,
  ): Promise<Exclude<Answer<typeof noteKey>, { ok: true }> | { ok: true; value: "written" | "kept" }> => {
    const answer = await call(noteKey, { params: { ...params, consultationId }, body: { ...said, ...(known && { seen: known.version }) } });
    if (answer.ok) return { ok: true, value: "written" };
    if (known || !isUnanswered(answer.problem)) return answer;
    const note = {
      ...{ id: consultationId, visitId: params.visitId as VisitId, label: null, byId: accountId, said },
      about: { registrationId: params.registrationId as RegistrationId },
    };
    const isKept = await busOf()
      .then((bus) => bus?.keepNote(note as Parameters<NonNullable<typeof bus>["keepNote"]>[0]))
      .catch(() => false);
    return isKept ? { ok: true, value: "kept" } : answer;
  };
  return <NoteForm known={known && { ...known, next: null }} hasNext={!known} send={send} onDone={onDone} onBack={onBack} />;
};
