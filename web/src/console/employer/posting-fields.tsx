import { useState } from "preact/hooks";
import { careerLabels, educationLabels, employmentTypeLabels, occupationLabels } from "../../../../shared/copy/codes.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import { postingWords } from "../../../../shared/copy/pages-postings.ts";
import { postingFactWords } from "../../../../shared/copy/posting-facts.ts";
import { Career, Education, EmploymentType, Occupation, type PostingDraft } from "../../../../shared/domain/posting.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { choicesOf } from "../../ui/choices.ts";
import { DistrictOptions } from "../../ui/district-options.tsx";
import { type Choice, SelectField, TextArea, TextField } from "../../ui/field.tsx";
import { UnitField } from "../unit-field.tsx";
import { ConditionFields } from "./condition-fields.tsx";
import { MorePostingFields } from "./more-posting-fields.tsx";
import { PayFields } from "./pay-fields.tsx";

/** Employment that ends by itself, whose length people want to know. */
const fixedTerm: readonly string[] = ["20", "21", "Y"];

export type PostingFieldsProps = { draft: Partial<PostingDraft> | undefined; errorAt: (pointer: string) => string | undefined };

/** All that a job seeker reads of a job: what has to be said first, the conditions of work, and folded what may be added. */
export const PostingFields = ({ draft, errorAt }: PostingFieldsProps) => {
  const words = useWords(employerWords);
  const common = useWords(consoleWords);
  const more = useWords(postingWords);
  const facts = useWords(postingFactWords);
  const locale = useLocale();
  const [type, setType] = useState<string>(draft?.employmentType ?? "");
  const [career, setCareer] = useState<string>(draft?.career ?? "Z");
  const pick: Choice = { value: "", label: common.choose };
  const choose = (choices: readonly Choice[]): readonly Choice[] => [pick, ...choices];
  return (
    <>
      {draft?.occupationCode && <input type="hidden" name="/occupationCode" value={draft.occupationCode} />}
      <div class="fields">
        <TextField
          pointer="/titleKo"
          label={words.titleKo}
          hint={words.titleKoHint}
          error={errorAt("/titleKo")}
          defaultValue={draft?.titleKo}
        />
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
          onChange={(event) => setType(event.currentTarget.value)}
        />
        {(fixedTerm.includes(type) || draft?.contractKo) && (
          <TextField
            pointer="/contractKo"
            optional
            label={facts.contract}
            hint={more.contractHint}
            error={errorAt("/contractKo")}
            defaultValue={draft?.contractKo}
          />
        )}
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
          defaultValue={draft?.education ?? "00"}
          choices={choose(choicesOf(Education.options, educationLabels, locale))}
        />
        <SelectField
          pointer="/career"
          label={words.career}
          error={errorAt("/career")}
          defaultValue={draft?.career ?? "Z"}
          choices={choose(choicesOf(Career.options, careerLabels, locale))}
          onChange={(event) => setCareer(event.currentTarget.value)}
        />
        {career === "E" && (
          <UnitField
            pointer="/careerYears"
            optional
            label={more.careerYears}
            unit={more.careerYearsUnit}
            error={errorAt("/careerYears")}
            value={draft?.careerYears}
          />
        )}
        <TextArea
          pointer="/tasksKo"
          label={words.tasksKo}
          hint={words.tasksKoHint}
          error={errorAt("/tasksKo")}
          defaultValue={draft?.tasksKo}
          rows={5}
        />
      </div>
      <ConditionFields draft={draft} errorAt={errorAt} />
      <MorePostingFields draft={draft} errorAt={errorAt} />
      <p class="soft">{words.fairness}</p>
    </>
  );
};
