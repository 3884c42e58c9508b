import { useState } from "preact/hooks";
import type { SlotRequestView } from "../../../../shared/contract/employers.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { applicantWords } from "../../../../shared/copy/pages-employer-applicants.ts";
import type { Slot } from "../../../../shared/domain/slot.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { clockText, momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TelLink } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useFinish } from "../outcome.tsx";
import type { OnApplicant } from "./applicant-card.tsx";
import { freeTimes, isAboutTime, isOver, timeRefusedWords } from "./decide.ts";

type Props = OnApplicant & { views: readonly SlotRequestView[]; open: boolean; onClose: () => void };

/** Chooses one of the free times. A refused time is named and shut, the others stay to be chosen. */
export const AcceptDialog = ({ employerId, visitId, name, application, views, reload, open, onClose }: Props) => {
  const words = useWords(applicantWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const finish = useFinish();
  const [slotId, setSlotId] = useState<string>();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<{ title: string; detail?: string }>();
  const [busy, setBusy] = useState(false);
  const times = freeTimes(views, instantNow());
  const chosen = times.find((slot) => slot.slotId === slotId);

  const onRefused = async (problem: ClientProblem) => {
    if (isOver(problem)) {
      onClose();
      await reload();
      return finish(words.changed);
    }
    const title = timeRefusedWords(problem, words);
    setSaid(title ? { title } : problem);
    if (isAboutTime(problem) && slotId) {
      setRefused([...refused, slotId]);
      setSlotId(undefined);
      await reload();
    }
  };
  const accept = async () => {
    if (!chosen) return setSaid({ title: words.timeFirst });
    setBusy(true);
    const answer = await call("POST /api/employers/{employerId}/visits/{visitId}/applications/{applicationId}/decision", {
      params: { employerId, visitId, applicationId: application.applicationId },
      body: { decision: "accept", slotId: chosen.slotId },
    });
    setBusy(false);
    if (!answer.ok) return onRefused(answer.problem);
    onClose();
    await reload();
    finish(words.accepted(name, momentText(chosen.startsAt, locale)));
  };
  return (
    <Dialog
      open={open}
      title={words.acceptTitle(name)}
      onClose={() => {
        setSaid(undefined);
        onClose();
      }}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          {times.length > 0 && (
            <Button kind="main" busy={busy} onClick={accept}>
              {words.acceptSend}
            </Button>
          )}
        </>
      }
    >
      {said && (
        <Notice tone="bad" title={said.title} live>
          {said.detail && <p>{said.detail}</p>}
        </Notice>
      )}
      {times.length === 0 ? (
        <>
          <p>{words.noTimes}</p>
          <TelLink />
        </>
      ) : (
        <>
          <p>{words.acceptLead}</p>
          <TimeChoice times={times} views={views} chosen={slotId} refused={refused} onChoose={setSlotId} />
        </>
      )}
    </Dialog>
  );
};

type ChoiceProps = {
  times: readonly Slot[];
  views: readonly SlotRequestView[];
  chosen: string | undefined;
  refused: readonly string[];
  onChoose: (slotId: string) => void;
};

const TimeChoice = ({ times, views, chosen, refused, onChoose }: ChoiceProps) => {
  const words = useWords(applicantWords);
  const locale = useLocale();
  const desks = deskLabels(views);
  const names = desks.size > 1 ? desks : undefined;
  return (
    <fieldset class="field">
      <legend class="field-label">{words.chooseTime}</legend>
      <div class="choices time-choices">
        {times.map((slot) => (
          <label class="choice" key={slot.slotId}>
            <input
              type="radio"
              name="slotId"
              value={slot.slotId}
              checked={slot.slotId === chosen}
              disabled={refused.includes(slot.slotId)}
              onChange={() => onChoose(slot.slotId)}
            />
            <span>
              {clockText(slot.startsAt, locale)}
              {names && (
                <span class="soft small time-desk" lang="ko">
                  {" "}
                  {names.get(slot.deskId)}
                </span>
              )}
              {slot.seats > 1 && <span class="soft small"> {words.seatsLeft(slot.seats - slot.taken)}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

const deskLabels = (views: readonly SlotRequestView[]): Map<string, string> =>
  new Map(views.flatMap(({ request, deskLabels: labels }) => request.deskIds.map((deskId, i) => [deskId, labels[i] ?? deskId] as const)));
