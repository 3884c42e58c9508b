import { useState } from "preact/hooks";
import { careerLabels, educationLabels, employmentTypeLabels, occupationLabels, payTypeLabels } from "../../../../shared/copy/codes.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import { payText } from "../../../../shared/copy/pay-text.ts";
import { Career, Education, EmploymentType, Occupation, PayType, type Posting, PostingDraft } from "../../../../shared/domain/posting.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { choicesOf } from "../../ui/choices.ts";
import { DistrictOptions } from "../../ui/district-options.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { type Choice, SelectField, TextArea, TextField } from "../../ui/field.tsx";
import { useForm } from "../../ui/use-form.ts";
import { useFormId } from "../new-id.ts";
import { UnitField } from "../unit-field.tsx";
import { readPosting } from "./read-posting.ts";

type PostingBody = Body<"PUT /api/employers/{employerId}/postings/{postingId}">;
const check = checkAgainst(async () => PostingDraft);

type Props = { employerId: string; posting?: Posting | undefined; onDone: (posting: Posting) => void };

/** All that a job seeker reads of a job. */
export const PostingForm = ({ employerId, posting, onDone }: Props) => {
  const common = useWords(consoleWords);
  const postingId = useFormId("pst", posting?.postingId);
  const { form, busy, trouble, errorAt } = useForm({
    read: readPosting,
    check,
    // Checked above, and by the API again: the form's texts have become the schema's codes.
    send: (body) =>
      call("PUT /api/employers/{employerId}/postings/{postingId}", { params: { employerId, postingId }, body: body as PostingBody }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <PostingFields draft={posting?.draft} errorAt={errorAt} />
      <div class="form-end">
        <Button type="submit" kind="main" busy={busy}>
          {common.save}
        </Button>
      </div>
    </form>
  );
};

type FieldsProps = { draft: Partial<PostingDraft> | undefined; errorAt: (pointer: string) => string | undefined };

export const PostingFields = ({ draft, errorAt }: FieldsProps) => {
  const words = useWords(employerWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const pick: Choice = { value: "", label: common.choose };
  const choose = (choices: readonly Choice[]): readonly Choice[] => [pick, ...choices];
  return (
    <>
      <div class="fields">
        <TextField
          pointer="/titleKo"
          label={words.titleKo}
          hint={words.titleKoHint}
          error={errorAt("/titleKo")}
          defaultValue={draft?.titleKo}
        />
        <TextField pointer="/titleEn" optional label={words.titleEn} error={errorAt("/titleEn")} defaultValue={draft?.titleEn} />
        <SelectField
          pointer="/occupation"
          label={words.occupation}
          error={errorAt("/occupation")}
          defaultValue={draft?.occupation ?? ""}
          choices={choose(choicesOf(Occupation.options, occupationLabels, locale))}
        />
        <SelectField
          pointer="/districtCode"
          label={words.workplace}
          error={errorAt("/districtCode")}
          defaultValue={draft?.districtCode ?? ""}
        >
          <DistrictOptions />
        </SelectField>
        <UnitField
          pointer="/headcount"
          label={words.headcount}
          unit={words.headcountUnit}
          error={errorAt("/headcount")}
          value={draft?.headcount}
        />
        <SelectField
          pointer="/employmentType"
          label={words.employmentType}
          error={errorAt("/employmentType")}
          defaultValue={draft?.employmentType ?? ""}
          choices={choose(choicesOf(EmploymentType.options, employmentTypeLabels, locale))}
        />
        <UnitField
          pointer="/weeklyHours"
          label={words.weeklyHours}
          unit={words.weeklyHoursUnit}
          hint={words.weeklyHoursHint}
          error={errorAt("/weeklyHours")}
          value={draft?.weeklyHours}
        />
        <TextField
          pointer="/workTimeKo"
          label={words.workTime}
          hint={words.workTimeHint}
          error={errorAt("/workTimeKo")}
          defaultValue={draft?.workTimeKo}
        />
      </div>
      <PayFields pay={draft?.pay} errorAt={errorAt} />
      <div class="fields">
        <SelectField
          pointer="/education"
          label={words.education}
          error={errorAt("/education")}
          defaultValue={draft?.education ?? ""}
          choices={choose(choicesOf(Education.options, educationLabels, locale))}
        />
        <SelectField
          pointer="/career"
          label={words.career}
          error={errorAt("/career")}
          defaultValue={draft?.career ?? ""}
          choices={choose(choicesOf(Career.options, careerLabels, locale))}
        />
        <TextArea
          pointer="/tasksKo"
          label={words.tasksKo}
          hint={words.tasksKoHint}
          error={errorAt("/tasksKo")}
          defaultValue={draft?.tasksKo}
          rows={5}
        />
        <TextArea pointer="/tasksEn" optional label={words.tasksEn} error={errorAt("/tasksEn")} defaultValue={draft?.tasksEn} rows={5} />
        <TextArea
          pointer="/benefitsKo"
          optional
          label={words.benefits}
          hint={words.benefitsHint}
          error={errorAt("/benefitsKo")}
          defaultValue={draft?.benefitsKo}
          rows={2}
        />
      </div>
      <p class="soft">{words.fairness}</p>
    </>
  );
};

type PayProps = { pay: PostingDraft["pay"] | undefined; errorAt: (pointer: string) => string | undefined };

/** Pay, shown while typing as job seekers will read it: an amount with a zero too many is seen at once. */
const PayFields = ({ pay, errorAt }: PayProps) => {
  const words = useWords(employerWords);
  const locale = useLocale();
  const [type, setType] = useState(pay?.type ?? "M");
  const [min, setMin] = useState(String(pay?.min ?? ""));
  const [max, setMax] = useState(String(pay?.max ?? ""));
  const [least, most] = [min, max].map((text) => Number(text.replace(/[\s,]/g, "")));
  const shown = least && most && least <= most ? payText({ type, min: least, max: most }, locale) : undefined;
  return (
    <fieldset class="group">
      <legend>{words.payTitle}</legend>
      <p class="field-hint">{words.paySame}</p>
      <div class="fields fields-three">
        <SelectField
          pointer="/pay/type"
          label={words.payType}
          error={errorAt("/pay/type")}
          defaultValue={type}
          choices={choicesOf(PayType.options, payTypeLabels, locale)}
          onChange={(event) => setType(PayType.parse(event.currentTarget.value))}
        />
        <UnitField
          pointer="/pay/min"
          label={words.payMin}
          unit={words.payUnit}
          error={errorAt("/pay/min")}
          value={pay?.min}
          onType={setMin}
        />
        <UnitField
          pointer="/pay/max"
          label={words.payMax}
          unit={words.payUnit}
          error={errorAt("/pay/max")}
          value={pay?.max}
          onType={setMax}
        />
      </div>
      <p class="field-good" role="status">
        {shown && words.payShown(shown)}
      </p>
    </fieldset>
  );
};
