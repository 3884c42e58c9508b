import type { ComponentChildren } from "preact";
import type { Enrolment } from "../../../../shared/contract/enrolments.ts";
import { educationLabels, employmentTypeLabels, occupationLabels, payTypeLabels } from "../../../../shared/copy/codes.ts";
import { enrolmentWords } from "../../../../shared/copy/enrolment.ts";
import { maxCareers, maxDistricts, maxOccupations } from "../../../../shared/domain/enrolment.ts";
import { Education, EmploymentType, Occupation, PayType } from "../../../../shared/domain/posting.ts";
import type { Body, Refused } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../button.tsx";
import { choicesOf } from "../choices.ts";
import { DistrictOptions } from "../district-options.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { ChoiceGroup, SelectField, TextField } from "../field.tsx";
import { useForm } from "../use-form.ts";
import { readEnrolment } from "./read-enrolment.ts";

export type EnrolmentBody = Body<"PUT /api/me/enrolment">;
type Props = {
  known: Enrolment | null;
  consentVersionIn: (data: FormData) => string;
  /** The text that is agreed to, and its box. */
  consent: (error: string | undefined) => ComponentChildren;
  send: (body: EnrolmentBody) => Promise<{ ok: true; value: Enrolment } | Refused>;
  onDone: () => Promise<void>;
  /** Beside the button that saves. */
  children?: ComponentChildren;
};

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
/** The first field of a list carries the refusals of the whole list. */
const pointerOf = (list: string, i: number): string => (i === 0 ? list : `${list}/${i}`);

/** What somebody looks for and brings along; only the first occupation has to be said. */
export const EnrolmentForm = ({ known, consentVersionIn, consent, send, onDone, children }: Props) => {
  const words = useWords(enrolmentWords);
  const locale = useLocale();
  const draft = known?.draft;
  const none = { value: "", label: words.choose };
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ draft: readEnrolment(data), consentVersion: consentVersionIn(data), seen: known?.version ?? 0 }),
    // The API judges: the form's texts have become the schema's codes.
    send: (body) => send(body as EnrolmentBody),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      {upTo(maxOccupations).map((i) => (
        <SelectField
          key={i}
          pointer={pointerOf("/draft/occupations", i)}
          label={words.occupation(i + 1)}
          hint={i === 0 ? words.occupationHint : undefined}
          error={errorAt(pointerOf("/draft/occupations", i))}
          optional={i > 0}
          defaultValue={draft?.occupations[i] ?? ""}
          choices={[none, ...choicesOf(Occupation.options, occupationLabels, locale)]}
        />
      ))}
      {upTo(maxDistricts).map((i) => (
        <SelectField
          key={i}
          pointer={pointerOf("/draft/districts", i)}
          label={words.district(i + 1)}
          hint={i === 0 ? words.districtHint : undefined}
          error={errorAt(pointerOf("/draft/districts", i))}
          optional
          defaultValue={draft?.districts[i] ?? ""}
        >
          <DistrictOptions />
        </SelectField>
      ))}
      <ChoiceGroup
        pointer="/draft/employmentTypes"
        type="checkbox"
        optional
        label={words.employmentTypes}
        hint={words.employmentTypesHint}
        error={errorAt("/draft/employmentTypes")}
        choices={choicesOf(EmploymentType.options, employmentTypeLabels, locale)}
        chosen={draft?.employmentTypes ?? []}
      />
      <TextField
        pointer="/draft/weeklyHours"
        label={words.weeklyHours}
        error={errorAt("/draft/weeklyHours")}
        optional
        inputMode="numeric"
        defaultValue={draft?.weeklyHours}
      />
      <SelectField
        pointer="/draft/leastPay/type"
        label={words.payType}
        error={errorAt("/draft/leastPay/type")}
        optional
        defaultValue={draft?.leastPay?.type ?? "M"}
        choices={choicesOf(PayType.options, payTypeLabels, locale)}
      />
      <TextField
        pointer="/draft/leastPay/won"
        label={words.payWon}
        error={errorAt("/draft/leastPay/won")}
        optional
        inputMode="numeric"
        defaultValue={draft?.leastPay?.won}
      />
      {upTo(maxCareers).map((i) => (
        <div key={i} class="stack">
          <TextField
            pointer={`/draft/careers/${i}/what`}
            label={words.career(i + 1)}
            hint={i === 0 ? words.careerHint : undefined}
            error={errorAt(`/draft/careers/${i}/what`)}
            optional
            maxLength={60}
            defaultValue={draft?.careers[i]?.what}
          />
          <TextField
            pointer={`/draft/careers/${i}/years`}
            label={words.careerYears(i + 1)}
            error={errorAt(`/draft/careers/${i}/years`)}
            optional
            inputMode="numeric"
            defaultValue={draft?.careers[i]?.years}
          />
        </div>
      ))}
      <SelectField
        pointer="/draft/education"
        label={words.education}
        error={errorAt("/draft/education")}
        optional
        defaultValue={draft?.education ?? ""}
        choices={[none, ...choicesOf(Education.options, educationLabels, locale).filter(({ value }) => value !== "00")]}
      />
      <TextField
        pointer="/draft/qualifications"
        label={words.qualifications}
        hint={words.qualificationsHint}
        error={errorAt("/draft/qualifications")}
        optional
        maxLength={120}
        defaultValue={draft?.qualifications}
      />
      {consent(errorAt("/consentVersion") && words.agreeFirst)}
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
        {children}
      </div>
    </form>
  );
};
