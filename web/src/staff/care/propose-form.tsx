import { useState } from "preact/hooks";
import type { FoundMatch } from "../../../../shared/contract/referrals.ts";
import { staffReferralWords } from "../../../../shared/copy/pages-staff-referrals.ts";
import { call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { textIfAny, useForm } from "../../ui/use-form.ts";
import { mintId } from "../mint-id.ts";

type Props = { at: { visitId: string; registrationId: string }; match: FoundMatch; onBack: () => void; onDone: () => Promise<void> };

/** Why a counsellor proposes a job, in words that its person reads. */
export const ProposeForm = ({ at, match, onBack, onDone }: Props) => {
  const words = useWords(staffReferralWords);
  const [referralId] = useState(() => mintId("ref"));
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ at: { visitId: match.visitId, postingId: match.postingId }, ...textIfAny(data, "/why", "why") }),
    send: (body) =>
      call("PUT /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}", { params: { ...at, referralId }, body }),
    onDone,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextField pointer="/why" label={words.proposeWhy} hint={words.proposeWhyHint} error={errorAt("/why")} optional maxLength={200} />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.propose}
        </Button>
        <Button onClick={onBack}>{words.cancel}</Button>
      </div>
    </form>
  );
};
