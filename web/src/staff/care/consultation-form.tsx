import { useState } from "preact/hooks";
import type { WrittenConsultation } from "../../../../shared/contract/care.ts";
import { consultationKindWords, consultationOutcomeWords } from "../../../../shared/copy/consultation.ts";
import { staffCareWords } from "../../../../shared/copy/pages-staff-care.ts";
import type { DeskNoteText } from "../../../../shared/domain/desk-note.ts";
import type { RegistrationId, VisitId } from "../../../../shared/domain/ids.ts";
import { type Answer, type ClientProblem, call } from "../../platform/api.ts";
import { useSession } from "../../platform/session.ts";
import { momentOfYear } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Card, Tag } from "../../ui/card.tsx";
import { mintId } from "../mint-id.ts";
import { busOf } from "../offline/bus-of.ts";
import { draftOf } from "./note-drafts.ts";
import { NoteForm } from "./note-form.tsx";

type Props = {
  params: { visitId: string; registrationId: string };
  /** The note that is corrected; none for a new one. */
  known: WrittenConsultation | undefined;
  /** `kept`: there was no server, and it waits on this device. */
  onDone: (how: "written" | "kept") => Promise<void>;
  /** `isStale`: the note has been changed since it was read. */
  onBack: (isStale: boolean) => void;
};

const notesKey = "GET /api/staff/visits/{visitId}/people/{registrationId}/consultations" as const;
const noteKey = "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}" as const;
/** No network, too slow, or a server in trouble: whether it has the note is not known. */
const isUnanswered = ({ status, code }: ClientProblem): boolean => status === 0 || status >= 500 || code === "unreachable";

/**
 * The note of a talk with somebody who is on the screen. Its number is made with the form, so that a press that is repeated writes one note; a new one for which
 * there is no server waits, sealed, on this device where it has a pack of the visit. Where the note was corrected elsewhere meanwhile, that is shown beside what was
 * typed, which then corrects it.
 */
export const ConsultationForm = ({ params, known, onDone, onBack }: Props) => {
  const { accountId } = useSession().me;
  const draftKey = known?.consultationId ?? `${params.visitId}/${params.registrationId}`;
  const [begun] = useState(() => draftOf(draftKey));
  const [consultationId] = useState(() => known?.consultationId ?? begun?.id ?? mintId("con"));
  const [newer, setNewer] = useState(() => (begun && known && begun.seen !== known.version ? known : undefined));
  const seen = (newer ?? known)?.version;
  const findNewer = async () => {
    const answer = await call(notesKey, { params });
    if (answer.ok) setNewer(answer.value.consultations.find((one) => one.consultationId === consultationId));
  };
  const send = async (
    said: DeskNoteText,
  ): Promise<Exclude<Answer<typeof noteKey>, { ok: true }> | { ok: true; value: "written" | "kept" }> => {
    const answer = await call(noteKey, { params: { ...params, consultationId }, body: { ...said, ...(seen && { seen }) } });
    if (answer.ok) return { ok: true, value: "written" };
    if (answer.problem.code === "consultation-changed") await findNewer();
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
  return (
    <>
      {newer && <Newer note={newer} />}
      <NoteForm
        known={known && { ...known, next: null }}
        draft={{ key: draftKey, id: consultationId, seen }}
        hasNext={!known}
        send={send}
        onDone={onDone}
        onBack={() => onBack(newer !== undefined)}
      />
    </>
  );
};

/** The note as it stands, to be compared with what is typed. */
const Newer = ({ note: { kind, heldAt, outcomes, note } }: { note: WrittenConsultation }) => {
  const words = useWords(staffCareWords);
  const locale = useLocale();
  return (
    <Card as="article">
      <h2>{words.newerTitle}</h2>
      <p>{words.newerDetail}</p>
      <p class="soft">
        {consultationKindWords[kind][locale]} · {momentOfYear(heldAt, locale)}
      </p>
      <p class="as-written">{note}</p>
      <p class="row">
        {outcomes.map((outcome) => (
          <Tag key={outcome}>{consultationOutcomeWords[outcome][locale]}</Tag>
        ))}
      </p>
    </Card>
  );
};
