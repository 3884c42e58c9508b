import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { WalkInConsultation } from "../../../../shared/contract/desk-notes.ts";
import { consultationKindWords, consultationOutcomeWords } from "../../../../shared/copy/consultation.ts";
import { staffCareWords } from "../../../../shared/copy/pages-staff-care.ts";
import { staffNotesWords } from "../../../../shared/copy/pages-staff-notes.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { momentOfYear } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { Failed } from "../../ui/states.tsx";
import { Strike } from "./strike-form.tsx";

const strikeKey = "POST /api/office/visits/{visitId}/walk-ins/{walkInId}/consultations/{consultationId}/striking" as const;

/** What was written about a walk-in before, asked for by a hand only: each look is logged. */
export const WalkInTalks = ({ visitId, walkInId }: { visitId: string; walkInId: string }) => {
  const words = useWords(staffNotesWords);
  const [talks, setTalks] = useState<readonly WalkInConsultation[]>();
  const [problem, setProblem] = useState<ClientProblem>();
  const ask = async () => {
    const answer = await call("GET /api/office/visits/{visitId}/walk-ins/{walkInId}/consultations", { params: { visitId, walkInId } });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setTalks(answer.value.consultations);
  };
  return (
    <section class="stack stack-tight">
      {problem && <Failed problem={problem} />}
      {talks ? (
        talks.map((talk) => (
          <Talk key={talk.consultationId} {...talk}>
            <Strike
              isMine={talk.isMine}
              send={(body) => call(strikeKey, { params: { visitId, walkInId, consultationId: talk.consultationId }, body })}
              onDone={ask}
            />
          </Talk>
        ))
      ) : (
        <div>
          <Button onClick={() => void ask()}>{words.earlier}</Button>
        </div>
      )}
      <p class="soft small" role="status">
        {talks?.length === 0 ? words.earlierNone : words.earlierLogged}
      </p>
    </section>
  );
};

const Talk = ({ kind, outcomes, note, heldAt, byName, children }: WalkInConsultation & { children: ComponentChildren }) => {
  const words = useWords(staffCareWords);
  const locale = useLocale();
  return (
    <Card as="article">
      <h3>{consultationKindWords[kind][locale]}</h3>
      <p class="soft">{words.heldBy(momentOfYear(heldAt, locale), byName ?? words.formerColleague)}</p>
      <p class="as-written">{note}</p>
      <p class="row">
        {outcomes.map((outcome) => (
          <Tag key={outcome}>{consultationOutcomeWords[outcome][locale]}</Tag>
        ))}
      </p>
      {children}
    </Card>
  );
};
