import { useState } from "preact/hooks";
import type { PendingSlotRequest } from "../../../../shared/contract/staff.ts";
import { refusalGroundWords, slotModeLabels } from "../../../../shared/copy/codes.ts";
import { approvalWords } from "../../../../shared/copy/pages-manager-approvals.ts";
import { payText } from "../../../../shared/copy/pay-text.ts";
import { postingDoubts } from "../../../../shared/domain/lawful-posting.ts";
import { dateText, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import type { RefusalGround, SlotRequest } from "../../../../shared/domain/slot.ts";
import { spansOf } from "../../../../shared/domain/slot-times.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { inLocale } from "../../platform/locale.ts";
import { momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Facts } from "../../ui/card.tsx";
import { choicesOf } from "../../ui/choices.ts";
import { ChoiceGroup, SelectField } from "../../ui/field.tsx";
import { lazyPage } from "../../ui/lazy-page.tsx";
import { Notice } from "../../ui/notice.tsx";
import { textIn } from "../../ui/use-form.ts";
import { SpanList } from "../span-list.tsx";
import { RefusalDialog } from "./refusal-dialog.tsx";

const WholePosting = lazyPage(() => import("../whole-posting.tsx").then((module) => module.WholePosting));

const decision = "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision";

/** One request for interview times, with the times that approval would open and the desk to hold them at. */
export const TimesApproval = ({ pending, onDecided }: { pending: PendingSlotRequest; onDecided: (said: string) => void }) => {
  const words = useWords(approvalWords);
  const locale = useLocale();
  const { request, employerNameKo, visit, desks } = pending;
  const [deskIds, setDeskIds] = useState<readonly string[]>(() => desksFor(request, desks));
  const [busy, setBusy] = useState(false);
  const [refusing, setRefusing] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const params = { employerId: request.employerId, slotRequestId: request.slotRequestId };
  const spans = spansOf(visit.date, request.pattern);
  const hasTwice = new Set(deskIds).size < deskIds.length;
  const approve = async () => {
    if (hasTwice) return;
    setBusy(true);
    const answer = await call(decision, { params, body: { decision: "approve", deskIds: [...deskIds] } });
    setBusy(false);
    if (answer.ok) onDecided(words.timesApproved(employerNameKo, spans.length * deskIds.length));
    else setProblem(answer.problem);
  };
  return (
    <Card as="article">
      <RequestFacts pending={pending} />
      <SpanList spans={spans} />
      {problem && <ApprovalProblem problem={problem} />}
      <div class="approve">
        {request.interviewers.map((interviewer, i) => (
          <SelectField
            key={interviewer}
            pointer={`/${request.slotRequestId}/deskIds/${i}`}
            label={request.interviewers.length === 1 ? words.chooseDesk : words.chooseDeskFor(interviewer)}
            value={deskIds[i] ?? ""}
            onChange={({ currentTarget: { value } }) => setDeskIds(deskIds.map((deskId, at) => (at === i ? value : deskId)))}
            choices={desks.map((desk) => ({
              value: desk.deskId,
              label: desk.deskId === request.deskIds[i] ? words.deskWished(desk.label) : desk.label,
            }))}
          />
        ))}
      </div>
      <p class="field-error" role="status">
        {hasTwice && words.desksTwice}
      </p>
      <div class="row">
        <Button kind="main" busy={busy} onClick={approve}>
          {words.approveTimes}
          <span class="unseen"> {employerNameKo}</span>
        </Button>
        <Button onClick={() => setRefusing(true)}>
          {words.refuse}
          <span class="unseen"> {employerNameKo}</span>
        </Button>
      </div>
      <RefusalDialog
        open={refusing}
        name={employerNameKo}
        more={{
          read: (data) => ({ ground: textIn(data, "/ground") as RefusalGround }),
          fields: (errorAt) => (
            <ChoiceGroup
              pointer="/ground"
              label={words.refuseGround}
              hint={words.refuseGroundHint}
              error={errorAt("/ground")}
              choices={choicesOf(Object.keys(refusalGroundWords) as RefusalGround[], refusalGroundWords, locale)}
            />
          ),
        }}
        send={(body) => call(decision, { params, body })}
        onClose={() => setRefusing(false)}
        onDone={() => {
          setRefusing(false);
          onDecided(words.refused(employerNameKo));
        }}
      />
    </Card>
  );
};

/** The desks that were wished for, and free ones for the interviewers who have none. */
export function desksFor(
  { deskIds, interviewers }: Pick<SlotRequest, "deskIds" | "interviewers">,
  desks: readonly { deskId: string }[],
): string[] {
  const spare = desks.map(({ deskId }) => deskId).filter((deskId) => !deskIds.some((wished) => wished === deskId));
  return interviewers.map((_, i) => deskIds[i] ?? spare.shift() ?? desks[0]?.deskId ?? "");
}

const RequestFacts = ({ pending: { request, employerNameKo, posting, visit } }: { pending: PendingSlotRequest }) => {
  const words = useWords(approvalWords);
  const locale = useLocale();
  const { pattern } = request;
  const place = inLocale(locale, visit.place.nameKo, visit.place.nameEn);
  const title = inLocale(locale, posting.titleKo, posting.titleEn);
  const count = spansOf(visit.date, pattern).length * request.interviewers.length;
  const doubts = postingDoubts(posting).map(({ words: found }) => found);
  return (
    <>
      <h3>
        <span lang="ko">{employerNameKo}</span>: {dateText(visit.date, locale)} <span lang={place.lang}>{place.text}</span>
      </h3>
      <Facts
        rows={[
          [words.posting, <span key="posting" lang={title.lang}>{`${title.text} · ${payText(posting.pay, locale)}`}</span>],
          [words.times, `${timeRangeText(pattern.from, pattern.to, locale)} · ${words.timesCount(count, count * pattern.seats)}`],
          [words.group, pattern.seats > 1 ? words.together(pattern.seats) : undefined],
          [words.mode, slotModeLabels[request.mode][locale]],
          [words.interviewer, request.interviewers.join(", ")],
        ]}
      />
      {doubts.length > 0 && <Notice tone="warn">{words.doubts(doubts)}</Notice>}
      <WholePosting posting={posting} />
      <p class="soft small">{words.requestedAt(momentText(request.requestedAt, locale))}</p>
    </>
  );
};

/** Some refusals have a way out on this very card; it is named. */
const ApprovalProblem = ({ problem }: { problem: ClientProblem }) => {
  const words = useWords(approvalWords);
  const ways: Partial<Record<string, string>> = {
    "desk-busy": words.deskBusyNext,
    "interviewer-busy": words.interviewerBusyNext,
    "posting-unlawful": words.unlawfulNext,
  };
  const next = ways[problem.code as string] ?? problem.detail;
  return (
    <Notice tone="bad" title={problem.title} live>
      <p>{next}</p>
    </Notice>
  );
};
