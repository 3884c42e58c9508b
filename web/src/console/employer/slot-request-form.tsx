import { useCallback, useEffect, useState } from "preact/hooks";
import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { timesWords } from "../../../../shared/copy/pages-employer-times.ts";
import type { PostingDraft } from "../../../../shared/domain/posting.ts";
import { timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import type { SlotRequest } from "../../../../shared/domain/slot.ts";
import type { Desk } from "../../../../shared/domain/visit.ts";
import { type Body, call, type Refused } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { pageLocale } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { SelectField } from "../../ui/field.tsx";
import { useForm } from "../../ui/use-form.ts";
import { PatternFields } from "../pattern-fields.tsx";
import { SlotPreview } from "../slot-preview.tsx";
import { usePattern } from "../use-pattern.ts";
import { useRows } from "../use-rows.ts";
import { DeskRows, type TypedDesk } from "./desk-rows.tsx";
import { ModeChoice } from "./mode-choice.tsx";
import { atTheirRows, hasWishedTwice, readSlotRequest } from "./read-slot-request.ts";
import { VisitChoice } from "./visit-choice.tsx";

export type RequestBody = Body<"PUT /api/employers/{employerId}/slot-requests/{slotRequestId}">;
const checkDraft = checkAgainst(() => import("../../../../shared/domain/slot.ts").then((module) => module.SlotRequestDraft));
const check = async (body: ReturnType<typeof readSlotRequest>) => {
  const errors = [...(await checkDraft(body))];
  if (hasWishedTwice(body) && !errors.some(({ pointer }) => pointer === "/deskIds")) {
    const { fieldProblemWords } = await import("../../../../shared/copy/field-problems.ts");
    errors.push({ pointer: "/deskIds", detail: fieldProblemWords.twice[pageLocale()](undefined) });
  }
  return atTheirRows(errors, body.interviewers.length);
};

type Props = {
  visits: readonly PublicVisit[];
  postings: readonly { postingId: string; draft: Pick<PostingDraft, "titleKo" | "interviewMinutes" | "interviewsAVisit"> }[];
  request?: Pick<SlotRequest, "visitId" | "postingId" | "pattern" | "mode" | "interviewers" | "deskIds"> | undefined;
  save: (body: RequestBody) => Promise<{ ok: true; value: unknown } | Refused>;
  onDone: () => void;
  /** What the button says. */
  send: string;
};

/** Asks for interview times: visit, posting, how people are chosen, hours, interviewers; shows what comes of it before it is sent. */
export const SlotRequestForm = ({ visits, postings, request, save, onDone, send }: Props) => {
  const words = useWords(timesWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const [visitId, setVisitId] = useState<string | undefined>(request?.visitId ?? (visits.length === 1 ? visits[0]?.visitId : undefined));
  const [postingId, setPostingId] = useState(request?.postingId ?? (postings.length === 1 ? postings[0]?.postingId : undefined) ?? "");
  const { interviewMinutes, interviewsAVisit } = postings.find((one) => one.postingId === postingId)?.draft ?? {};
  const visit = visits.find((one) => one.visitId === visitId);
  const desks = useDesks(visitId);
  const { box, look, pattern, breaks, onDraw } = usePattern(request?.pattern, visitId);
  const deskRows = useRows<TypedDesk>(typedDesks(request));
  const { form, busy, trouble, errorAt } = useForm({
    read: readSlotRequest,
    check,
    // Checked above, and by the API again: the form's texts have become the schema's codes.
    send: (body) => save(body as RequestBody),
    onDone,
  });

  return (
    <form class="stack stack-loose" ref={box} {...form} onInput={look}>
      <ErrorSummary trouble={trouble} />
      <VisitChoice visits={visits} chosen={visitId} error={errorAt("/visitId")} onChoose={setVisitId} />
      <SelectField
        pointer="/postingId"
        label={words.choosePosting}
        hint={interviewMinutes || interviewsAVisit ? words.postingSays(interviewMinutes, interviewsAVisit) : undefined}
        error={errorAt("/postingId")}
        defaultValue={postingId}
        onChange={(event) => setPostingId(event.currentTarget.value)}
        choices={[
          { value: "", label: common.choose },
          ...postings.map(({ postingId, draft }) => ({ value: postingId, label: draft.titleKo })),
        ]}
      />
      <ModeChoice chosen={request?.mode} error={errorAt("/mode")} />
      <fieldset class="group">
        <legend>{words.timesTitle}</legend>
        {visit && <p class="field-hint">{words.openHours(timeRangeText(visit.startTime, visit.endTime, locale))}</p>}
        <PatternFields
          start={request?.pattern}
          hours={visit && { from: visit.startTime, to: visit.endTime }}
          pattern={pattern}
          onDraw={onDraw}
          breaks={breaks}
          errorAt={errorAt}
        />
      </fieldset>
      <DeskRows rows={deskRows} desks={desks} errorAt={errorAt} />
      <SlotPreview visit={visit} pattern={pattern} desks={deskRows.rows.length} />
      <div class="form-end">
        <Button type="submit" kind="main" busy={busy}>
          {send}
        </Button>
      </div>
    </form>
  );
};

const typedDesks = (request: Props["request"]): TypedDesk[] =>
  request?.interviewers.map((interviewer, i) => ({ interviewer, deskId: request.deskIds[i] ?? "" })) ?? [{ interviewer: "", deskId: "" }];

/** The visit's desks, once they are known; wishing for one is optional. */
function useDesks(visitId: string | undefined): readonly Desk[] {
  const [desks, setDesks] = useState<readonly Desk[]>([]);
  const ask = useCallback(async (id: string) => {
    const answer = await call("GET /api/public/visits/{visitId}", { params: { visitId: id } });
    return answer.ok ? answer.value.desks : [];
  }, []);
  useEffect(() => {
    let gone = false;
    setDesks([]);
    if (visitId !== undefined) void ask(visitId).then((known) => !gone && setDesks(known));
    return () => {
      gone = true;
    };
  }, [visitId, ask]);
  return desks;
}
