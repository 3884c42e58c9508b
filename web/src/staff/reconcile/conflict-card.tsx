import { useState } from "preact/hooks";
import type { Conflict } from "../../../../shared/contract/reconcile.ts";
import { staffReconcileWords } from "../../../../shared/copy/pages-staff-reconcile.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import { ticketCodeText } from "../../../../shared/domain/ticket-token.ts";
import { call } from "../../platform/api.ts";
import { clockText, momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useDeviceName } from "./device-name.ts";
import { ReasonForm } from "./reason-form.tsx";

type Props = { visitId: string; conflict: Conflict; mayLead: boolean; onSettled: (said: string) => Promise<void> };

/** One ticket about which devices do not agree: what was done, one below the other with time and device, and a note that ends it. */
export const ConflictCard = ({ visitId, conflict, mayLead, onSettled }: Props) => {
  const words = useWords(staffReconcileWords);
  const locale = useLocale();
  const [asks, setAsks] = useState(false);
  const { idx, version, code, maskedName, flags, admissions, settled } = conflict;
  const who = `${maskedName ?? words.nameless} · ${ticketCodeText(code)}`;
  const send = async (note: string) => {
    const key = "POST /api/staff/visits/{visitId}/conflicts/{idx}/settlement";
    const answer = await call(key, { params: { visitId, idx }, body: { note, seen: version } });
    if (!answer.ok) return answer.problem;
    await onSettled(words.settled(who));
    return undefined;
  };
  const isTwice = admissions.length > 1 && !flags.includes("two-devices");
  return (
    <Card as="li">
      <h3>{who}</h3>
      {[...flags.map((flag) => words.flags[flag]), ...(isTwice ? [words.twice] : [])].map((line) => (
        <p key={line}>
          <strong>{line}</strong>
        </p>
      ))}
      <Pair conflict={conflict} />
      {settled && (
        <p>
          {momentText(settled.at, locale)}
          {settled.by && `, ${words.settledBy(settled.by)}`}: <span lang="ko">{settled.note}</span>
        </p>
      )}
      {!settled && mayLead && !asks && (
        <div>
          <Button onClick={() => setAsks(true)} aria-label={`${words.settle}, ${who}`}>
            {words.settle}
          </Button>
        </div>
      )}
      {asks && !settled && (
        <ReasonForm why="settle" title={words.settleTitle} name={words.settleNow} onSend={send} onBack={() => setAsks(false)} />
      )}
    </Card>
  );
};

type Line = { name: string; at: Instant; device?: string; reason?: string | null; byOther?: string | undefined };

/** The sides of it in the order of their times. */
const Pair = ({ conflict: { admissions, cancelledAt, renewedAt, timesChangedAt, flags } }: Pick<Props, "conflict">) => {
  const words = useWords(staffReconcileWords);
  const locale = useLocale();
  const nameOf = useDeviceName();
  const lines: Line[] = admissions.map((seen, i) => ({
    name: admissions.length === 1 ? words.only : i === 0 ? words.first : words.later,
    at: seen.at,
    device: nameOf(seen),
    reason: seen.reason,
    byOther: seen.isByOther ? words.byOther(seen.scannedBy ?? words.nobodyKnown, seen.sentBy ?? words.nobodyKnown) : undefined,
  }));
  if (cancelledAt && flags.includes("after-cancel")) lines.push({ name: words.cancelledLabel, at: cancelledAt });
  if (renewedAt && flags.includes("superseded")) lines.push({ name: words.renewedLabel, at: renewedAt });
  if (timesChangedAt && flags.includes("times-changed")) lines.push({ name: words.changedLabel, at: timesChangedAt });
  lines.sort((a, b) => a.at.localeCompare(b.at));
  return (
    <ul class="pair" role="list">
      {lines.map(({ name, at, device, reason, byOther }) => (
        <li key={`${name} ${at} ${device}`}>
          <span class="pair-name">{name}</span>
          <strong>{clockText(at, locale)}</strong>
          {device && <span>{device}</span>}
          {byOther && <span class="pair-reason">{byOther}</span>}
          {reason && (
            <span class="pair-reason">
              {words.reasonSaid}: <span lang="ko">{reason}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};
