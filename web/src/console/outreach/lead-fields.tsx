import { occupationLabels, payTypeLabels } from "../../../../shared/copy/codes.ts";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import type { AdProposal } from "../../../../shared/domain/job-ad.ts";
import type { LeadDraft } from "../../../../shared/domain/lead.ts";
import { Occupation, PayType } from "../../../../shared/domain/posting.ts";
import type { Value } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { choicesOf } from "../../ui/choices.ts";
import { DistrictOptions } from "../../ui/district-options.tsx";
import { SelectField, TextArea, TextField } from "../../ui/field.tsx";
import { UnitField } from "../unit-field.tsx";
import { LeadNumberField } from "./number-field.tsx";

/** What the fields begin with: a lead as it is kept, or what an advertisement seems to say. */
export type LeadStart = Partial<Omit<LeadDraft, "businessNumber" | "districtCode" | "contact" | "job">> & {
  businessNumber?: string | undefined;
  districtCode?: string | undefined;
  contact?: { name?: string | undefined; title?: string | undefined; phone?: string | undefined; mail?: string | undefined } | undefined;
  job?: LeadDraft["job"] | AdProposal["job"] | undefined;
};
export type Team = Value<"GET /api/office/lead-team">["members"];
type Sources = Value<"GET /api/office/lead-sources">["sources"];

type Props = {
  leadId: string;
  start: LeadStart;
  ownerId: string | undefined;
  team: Team;
  sources: Sources;
  errorAt: (pointer: string) => string | undefined;
};

export const LeadFields = ({ leadId, start, ownerId, team, sources, errorAt }: Props) => {
  const words = useWords(leadWords);
  const locale = useLocale();
  const { contact, job } = start;
  const none = { value: "", label: words.sourceNone };
  return (
    <>
      <fieldset class="group">
        <legend>{words.firmTitle}</legend>
        <div class="fields">
          <TextField pointer="/lead/nameKo" label={words.nameKo} error={errorAt("/lead/nameKo")} defaultValue={start.nameKo} />
          <LeadNumberField leadId={leadId} value={start.businessNumber} error={errorAt("/lead/businessNumber")} />
          <SelectField
            pointer="/lead/districtCode"
            optional
            label={words.district}
            error={errorAt("/lead/districtCode")}
            defaultValue={start.districtCode ?? ""}
          >
            <DistrictOptions />
          </SelectField>
          <TextField pointer="/lead/address" optional label={words.address} error={errorAt("/lead/address")} defaultValue={start.address} />
        </div>
      </fieldset>
      <fieldset class="group">
        <legend>{words.contactTitle}</legend>
        <div class="fields">
          <TextField
            pointer="/lead/contact/name"
            optional
            label={words.contactName}
            error={errorAt("/lead/contact/name")}
            defaultValue={contact?.name}
          />
          <TextField
            pointer="/lead/contact/title"
            optional
            label={words.contactPost}
            error={errorAt("/lead/contact/title")}
            defaultValue={contact?.title}
          />
          <TextField
            pointer="/lead/contact/phone"
            type="tel"
            optional
            label={words.contactPhone}
            error={errorAt("/lead/contact/phone")}
            defaultValue={contact?.phone}
          />
          <TextField
            pointer="/lead/contact/mail"
            type="email"
            optional
            label={words.contactMail}
            error={errorAt("/lead/contact/mail")}
            defaultValue={contact?.mail}
          />
        </div>
      </fieldset>
      <fieldset class="group">
        <legend>{words.jobTitle}</legend>
        <div class="fields">
          <TextField
            pointer="/lead/job/titleKo"
            optional
            label={words.job}
            error={errorAt("/lead/job/titleKo")}
            defaultValue={job?.titleKo}
          />
          <SelectField
            pointer="/lead/job/occupation"
            optional
            label={words.occupation}
            error={errorAt("/lead/job/occupation")}
            defaultValue={job?.occupation ?? ""}
            choices={[none, ...choicesOf(Occupation.options, occupationLabels, locale)]}
          />
          <UnitField
            pointer="/lead/job/headcount"
            optional
            label={words.headcount}
            unit={words.headcountUnit}
            error={errorAt("/lead/job/headcount")}
            value={job?.headcount}
          />
          <TextField
            pointer="/lead/job/workTimeKo"
            optional
            label={words.workTime}
            error={errorAt("/lead/job/workTimeKo")}
            defaultValue={job?.workTimeKo}
          />
          <SelectField
            pointer="/lead/job/pay/type"
            optional
            label={words.payType}
            error={errorAt("/lead/job/pay/type")}
            defaultValue={job?.pay?.type ?? ""}
            choices={[{ value: "", label: words.payNone }, ...choicesOf(PayType.options, payTypeLabels, locale)]}
          />
          <UnitField
            pointer="/lead/job/pay/min"
            optional
            label={words.payMin}
            unit={words.won}
            error={errorAt("/lead/job/pay/min")}
            value={job?.pay?.min}
          />
          <UnitField
            pointer="/lead/job/pay/max"
            optional
            label={words.payMax}
            unit={words.won}
            error={errorAt("/lead/job/pay/max")}
            value={job?.pay?.max}
          />
        </div>
      </fieldset>
      <div class="fields">
        <SelectField
          pointer="/lead/sourceId"
          optional
          label={words.source}
          error={errorAt("/lead/sourceId")}
          defaultValue={start.sourceId ?? ""}
          choices={[none, ...sources.map(({ sourceId, nameKo }) => ({ value: sourceId, label: nameKo }))]}
        />
        <SelectField
          pointer="/ownerId"
          label={words.owner}
          error={errorAt("/ownerId")}
          defaultValue={ownerId ?? team.find(({ isYou }) => isYou)?.accountId ?? ""}
          choices={team.map(({ accountId, name, isYou }) => ({ value: accountId, label: isYou ? words.me(name) : name }))}
        />
        <TextArea
          pointer="/lead/note"
          optional
          label={words.note}
          hint={words.noteHint}
          error={errorAt("/lead/note")}
          defaultValue={start.note}
          rows={4}
        />
      </div>
    </>
  );
};
