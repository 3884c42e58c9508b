import { useState } from "preact/hooks";
import type { Referral } from "../../../../shared/contract/referrals.ts";
import { answeredByWords, enrolmentWords } from "../../../../shared/copy/enrolment.ts";
import { staffReferralWords } from "../../../../shared/copy/pages-staff-referrals.ts";
import { call } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { ConsentBox, consentPointer, consentVersion } from "../consent-box.tsx";

type Props = { at: { visitId: string; registrationId: string }; referral: Referral; onBack: () => void; onDone: () => Promise<void> };
const ways = ["in-person", "telephone"] as const;

/** What somebody said to a proposal; of a yes the consent is read to them first. */
export const AnswerForm = ({ at, referral: { referralId, employerNameKo }, onBack, onDone }: Props) => {
  const words = useWords(staffReferralWords);
  const common = useWords(enrolmentWords);
  const locale = useLocale();
  const [said, setSaid] = useState<string>();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      agrees: textIn(data, "/agrees") === "yes",
      told: textIn(data, "/told") as (typeof ways)[number],
      ...(data.has(consentPointer) && { consentVersion }),
    }),
    check: async (body) => {
      if (said === undefined) return [{ pointer: "/agrees", detail: common.choose }];
      return body.agrees && !("consentVersion" in body) ? [{ pointer: consentPointer, detail: common.agreeFirst }] : [];
    },
    send: (body) =>
      call("POST /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}/answer", {
        params: { ...at, referralId },
        body,
      }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <ChoiceGroup
        pointer="/agrees"
        label={words.what}
        error={errorAt("/agrees")}
        choices={[
          { value: "yes", label: words.agrees },
          { value: "no", label: words.declines },
        ]}
        onChoose={setSaid}
      />
      <ChoiceGroup
        pointer="/told"
        label={words.told}
        error={errorAt("/told")}
        choices={ways.map((value) => ({ value, label: answeredByWords[value][locale] }))}
        chosen={["telephone"]}
      />
      {said === "yes" && <ConsentBox employer={employerNameKo} error={errorAt(consentPointer)} />}
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.send}
        </Button>
        <Button onClick={onBack}>{words.cancel}</Button>
      </div>
    </form>
  );
};
