import { useState } from "preact/hooks";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import type { Employer, EmployerProfile } from "../../../../shared/domain/employer.ts";
import { isBusinessNumber } from "../../../../shared/domain/text.ts";
import { call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { DistrictOptions } from "../../ui/district-options.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { SelectField, TextArea, TextField } from "../../ui/field.tsx";
import { useForm } from "../../ui/use-form.ts";
import { useFormId } from "../new-id.ts";
import { readProfile } from "./read-profile.ts";

const check = checkAgainst(() => import("../../../../shared/domain/employer.ts").then((module) => module.EmployerProfile));

type Props = { employerId?: string; profile?: EmployerProfile; send: string; onDone: (employer: Employer) => void | Promise<void> };

/** What an employer says of itself; to register and to change. */
export const FirmForm = ({ employerId, profile, send, onDone }: Props) => {
  const id = useFormId("emp", employerId);
  const { form, busy, trouble, errorAt } = useForm({
    read: readProfile,
    check,
    send: (body) => call("PUT /api/employers/{employerId}", { params: { employerId: id }, body }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <FirmFields profile={profile} errorAt={errorAt} />
      <div class="form-end">
        <Button type="submit" kind="main" busy={busy}>
          {send}
        </Button>
      </div>
    </form>
  );
};

/** What is known of a firm before it has said everything. */
type OrUndefined<T> = { [Key in keyof T]?: T[Key] | undefined };
type FirmStart = OrUndefined<Omit<EmployerProfile, "contact">> & { contact?: OrUndefined<EmployerProfile["contact"]> | undefined };
type FieldsProps = { profile: FirmStart | undefined; errorAt: (pointer: string) => string | undefined };

export const FirmFields = ({ profile, errorAt }: FieldsProps) => {
  const words = useWords(employerWords);
  return (
    <>
      <div class="fields">
        <TextField
          pointer="/nameKo"
          label={words.nameKo}
          hint={words.nameKoHint}
          error={errorAt("/nameKo")}
          defaultValue={profile?.nameKo}
          autoComplete="organization"
        />
        <TextField
          pointer="/nameEn"
          optional
          label={words.nameEn}
          hint={words.nameEnHint}
          error={errorAt("/nameEn")}
          defaultValue={profile?.nameEn}
        />
        <BusinessNumberField error={errorAt("/businessNumber")} value={profile?.businessNumber} />
        <TextField
          pointer="/industryKo"
          label={words.industry}
          hint={words.industryHint}
          error={errorAt("/industryKo")}
          defaultValue={profile?.industryKo}
        />
        <SelectField
          pointer="/districtCode"
          label={words.district}
          error={errorAt("/districtCode")}
          defaultValue={profile?.districtCode ?? ""}
        >
          <DistrictOptions />
        </SelectField>
        <TextField
          pointer="/roadAddress"
          label={words.roadAddress}
          hint={words.roadAddressHint}
          error={errorAt("/roadAddress")}
          defaultValue={profile?.roadAddress}
          autoComplete="street-address"
        />
        <TextArea
          pointer="/aboutKo"
          label={words.aboutKo}
          hint={words.aboutKoHint}
          error={errorAt("/aboutKo")}
          defaultValue={profile?.aboutKo}
          rows={4}
        />
        <TextArea pointer="/aboutEn" optional label={words.aboutEn} error={errorAt("/aboutEn")} defaultValue={profile?.aboutEn} rows={4} />
      </div>
      <fieldset class="group">
        <legend>{words.contactTitle}</legend>
        <p class="field-hint">{words.contactLead}</p>
        <div class="fields">
          <TextField
            pointer="/contact/name"
            label={words.contactName}
            error={errorAt("/contact/name")}
            defaultValue={profile?.contact?.name}
            autoComplete="name"
          />
          <TextField
            pointer="/contact/title"
            optional
            label={words.contactTitleField}
            error={errorAt("/contact/title")}
            defaultValue={profile?.contact?.title}
          />
          <TextField
            pointer="/contact/phone"
            type="tel"
            label={words.contactPhone}
            hint={words.contactPhoneHint}
            error={errorAt("/contact/phone")}
            defaultValue={profile?.contact?.phone}
            autoComplete="tel"
          />
          <TextField
            pointer="/contact/mail"
            type="email"
            label={words.contactMail}
            error={errorAt("/contact/mail")}
            defaultValue={profile?.contact?.mail}
            autoComplete="email"
          />
        </div>
      </fieldset>
    </>
  );
};

/** Says while typing that the check digit fits; a wrong number is named on sending, when it is surely finished. */
const BusinessNumberField = ({ error, value }: { error: string | undefined; value: string | undefined }) => {
  const words = useWords(employerWords);
  const [typed, setTyped] = useState(value ?? "");
  const digits = typed.replace(/[\s-]/g, "");
  const wrong = digits.length >= 10 && !isBusinessNumber(digits);
  return (
    <div class="stack stack-tight">
      <TextField
        pointer="/businessNumber"
        inputMode="numeric"
        label={words.businessNumber}
        hint={words.businessNumberHint}
        error={wrong ? words.businessNumberWrong : digits.length >= 10 ? undefined : error}
        defaultValue={value}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p class="field-good" role="status">
        {digits.length >= 10 && !wrong && words.businessNumberRight}
      </p>
    </div>
  );
};
