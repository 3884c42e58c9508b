import { useState } from "preact/hooks";
import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import type { ClientProblem, FieldError } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { numberIn, textIfAny, textIn, useForm } from "../../ui/use-form.ts";
import { ConsentBox, consentPointer } from "./consent-box.tsx";
import { type Confirmed, type Made, sendWanted } from "./send-wanted.ts";
import { employerOf, type WantedApplication, type WantedTime, type WantedWait } from "./wanted.ts";

type Props = {
  visit: PublicVisit;
  wanted: WantedTime | WantedWait | WantedApplication;
  onMade: (made: Made) => void;
  onRefused: (problem: ClientProblem) => Promise<boolean>;
};

/** What an applicant writes, and consent where an employer gets to know of it; then the one press that makes it. */
export const ConfirmForm = ({ visit, wanted, onMade, onRefused }: Props) => {
  const words = useWords(bookingWords);
  const [retrying, setRetrying] = useState(false);
  const employer = employerOf(wanted);
  const agreed: FieldError[] = [{ pointer: consentPointer, detail: words.agreeFirst }];
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ agreed: data.has(consentPointer), confirmed: confirmedIn(data, wanted) }),
    check: async (body) => (employer && !body.agreed ? agreed : []),
    send: ({ confirmed }) => sendWanted(visit.visitId, confirmed, () => setRetrying(true)).finally(() => setRetrying(false)),
    onDone: onMade,
    onRefused,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      {wanted.does === "apply" && <SummaryFields errorAt={errorAt} />}
      {employer ? <ConsentBox employer={employer} error={errorAt(consentPointer)} /> : <p>{words.serviceLead[wanted.does]}</p>}
      {retrying && (
        <p class="soft" role="status">
          {words.stillTrying}
        </p>
      )}
      <Button type="submit" kind="main" wide busy={busy}>
        {words.confirmNow[wanted.does]}
      </Button>
    </form>
  );
};

function confirmedIn(data: FormData, wanted: Props["wanted"]): Confirmed {
  if (wanted.does !== "apply") return wanted;
  return {
    ...wanted,
    summary: {
      wishedJob: textIn(data, "/summary/wishedJob"),
      years: numberIn(data, "/summary/years"),
      experience: textIn(data, "/summary/experience"),
      ...textIfAny(data, "/summary/licences", "licences"),
    },
  };
}

/** What the employer reads: asked for the job, not for the person. */
const SummaryFields = ({ errorAt }: { errorAt: (pointer: string) => string | undefined }) => {
  const words = useWords(bookingWords);
  return (
    <>
      <p>{words.applyLead}</p>
      <TextField
        pointer="/summary/wishedJob"
        label={words.wishedJob}
        hint={words.wishedJobHint}
        maxLength={60}
        error={errorAt("/summary/wishedJob")}
      />
      <TextField
        pointer="/summary/years"
        class="input-short"
        inputMode="numeric"
        maxLength={2}
        label={words.years}
        hint={words.yearsHint}
        error={errorAt("/summary/years")}
      />
      <TextArea
        pointer="/summary/experience"
        label={words.experience}
        hint={words.experienceHint}
        maxLength={500}
        error={errorAt("/summary/experience")}
      />
      <TextField
        pointer="/summary/licences"
        optional
        label={words.licences}
        hint={words.licencesHint}
        maxLength={120}
        error={errorAt("/summary/licences")}
      />
    </>
  );
};
