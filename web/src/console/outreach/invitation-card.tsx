import { useState } from "preact/hooks";
import type { Lead } from "../../../../shared/contract/leads.ts";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { call } from "../../platform/api.ts";
import { momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Failed } from "../../ui/states.tsx";
import { useFormId } from "../new-id.ts";

type Props = { leadId: string; invitation: NonNullable<Lead["invitation"]>; onDone: () => Promise<void> };

/** Whoever was invited to act for the firm has not accepted: by a press they are invited anew. */
export const InvitationCard = ({ leadId, invitation: { mail, usableUntil }, onDone }: Props) => {
  const words = useWords(leadWords);
  const locale = useLocale();
  const invitationId = useFormId("inv");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const invite = async () => {
    setBusy(true);
    const answer = await call("PUT /api/office/leads/{leadId}/invitations/{invitationId}", { params: { leadId, invitationId } });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) await onDone();
  };
  return (
    <Card as="section">
      <h2 class="card-title">{words.invitationTitle}</h2>
      <p>{usableUntil ? words.invitationOpen(mail, momentText(usableUntil, locale)) : words.invitationOver(mail)}</p>
      {problem && <Failed problem={problem} />}
      <div>
        <Button busy={busy} onClick={() => void invite()}>
          {words.inviteAgain}
        </Button>
      </div>
      <p class="soft small">{words.inviteAgainHint}</p>
    </Card>
  );
};
