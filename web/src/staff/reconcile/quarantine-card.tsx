import { useState } from "preact/hooks";
import type { Quarantined } from "../../../../shared/contract/reconcile.ts";
import { type StaffReconcileWords, staffReconcileWords } from "../../../../shared/copy/pages-staff-reconcile.ts";
import { correctedAt, subjectOf } from "../../../../shared/domain/check-in-event.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import { ticketCodeText } from "../../../../shared/domain/ticket-token.ts";
import { call } from "../../platform/api.ts";
import { clockText, momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { useDeviceName } from "./device-name.ts";
import { ReasonForm } from "./reason-form.tsx";

type Decision = "accept" | "leave";
type Props = {
  visitId: string;
  aside: Quarantined;
  /** Letter of the device, if it is one of the visit. */
  letter: string | null;
  mayLead: boolean;
  onSettled: (said: string) => Promise<void>;
};

/** Something that was taken and does not count, until the lead says whether it does. */
export const QuarantineCard = ({ visitId, aside, letter, mayLead, onSettled }: Props) => {
  const words = useWords(staffReconcileWords);
  const locale = useLocale();
  const nameOf = useDeviceName();
  const [asks, setAsks] = useState<Decision>();
  const { hash, reason, deviceId, uploadedAt, event, mayCount, sentBy, maskedName, settled } = aside;
  const what = whatOf(aside, words, locale);
  const send = async (note: string) => {
    if (!asks) return undefined;
    const key = "POST /api/staff/visits/{visitId}/quarantine/{hash}/settlement";
    const answer = await call(key, { params: { visitId, hash }, body: { decision: asks, note } });
    if (!answer.ok) return answer.problem;
    await onSettled(`${what}: ${asks === "accept" ? words.counted : words.left}`);
    return undefined;
  };
  return (
    <Card as="li">
      <h3>{what}</h3>
      {maskedName && <p>{maskedName}</p>}
      <p>
        <strong>{nameOf({ deviceId, letter })}</strong> · {words.arrivedAt(clockText(uploadedAt, locale))}
      </p>
      <p>{words.why[reason]}</p>
      {sentBy && <p>{words.sentBy(sentBy)}</p>}
      {event && !mayCount && !settled && <p>{words.neverCounts}</p>}
      {settled && (
        <p>
          <Tag tone={settled.isAccepted ? "good" : "plain"}>{settled.isAccepted ? words.countedTag : words.leftTag}</Tag>{" "}
          {momentText(settled.at, locale)}
          {settled.by && `, ${words.settledBy(settled.by)}`}: <span lang="ko">{settled.note}</span>
        </p>
      )}
      {!settled && mayLead && !asks && (
        <div class="row actions">
          {mayCount && (
            <Button kind="main" onClick={() => setAsks("accept")} aria-label={`${words.count}, ${what}`}>
              {words.count}
            </Button>
          )}
          <Button onClick={() => setAsks("leave")} aria-label={`${words.leave}, ${what}`}>
            {words.leave}
          </Button>
        </div>
      )}
      {asks && !settled && (
        <ReasonForm
          key={asks}
          why={asks === "accept" ? "count" : "leave"}
          title={asks === "accept" ? words.countTitle : words.leaveTitle}
          name={asks === "accept" ? words.count : words.leave}
          onSend={send}
          onBack={() => setAsks(undefined)}
        />
      )}
    </Card>
  );
};

/** "오후 2시 3분 접수: 7K3M 9QXA" */
const whatOf = ({ event, code }: Quarantined, words: StaffReconcileWords, locale: Locale): string => {
  if (!event) return words.what.unknown;
  const time = clockText(correctedAt(event), locale);
  if (event.kind === "walk-in") return words.what["walk-in"](event.number, time);
  const subject = subjectOf(event);
  const who = subject === undefined ? words.noTicket : code ? ticketCodeText(code) : words.walkInOf;
  const { kind } = event;
  return words.what[kind === "admit" || kind === "override" || kind === "undo" ? kind : "desk"](who, time);
};
