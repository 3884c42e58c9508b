import { consoleWords } from "../../../../../shared/copy/pages-console.ts";
import { partnerListWords } from "../../../../../shared/copy/pages-manager-partners.ts";
import { partnerKindWords } from "../../../../../shared/copy/partners.ts";
import { type Partner, PartnerKind } from "../../../../../shared/domain/partner.ts";
import { phoneText } from "../../../../../shared/domain/phone-text.ts";
import { type Body, call } from "../../../platform/api.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { CheckField, SelectField, TextField } from "../../../ui/field.tsx";
import { textIn, useForm } from "../../../ui/use-form.ts";
import { useFormId } from "../../new-id.ts";

type Wish = Body<"PUT /api/office/partners/{partnerId}">;
type Props = {
  partner?: Partner | undefined;
  /** With its name in Korean. */
  onDone: (name: string) => Promise<void>;
  onBack: () => void;
};

/** A partner, new or changed. */
export const PartnerForm = ({ partner, onDone, onBack }: Props) => {
  const words = useWords(partnerListWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const partnerId = useFormId("ptn", partner?.partnerId);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data): Wish => ({
      kind: textIn(data, "/kind") as Wish["kind"],
      ...{ nameKo: textIn(data, "/nameKo"), nameEn: textIn(data, "/nameEn"), phone: textIn(data, "/phone") },
      isInUse: partner ? data.has("/isInUse") : true,
    }),
    send: (body) => call("PUT /api/office/partners/{partnerId}", { params: { partnerId }, body }),
    onDone: (_, { nameKo }) => onDone(nameKo),
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <SelectField
        pointer="/kind"
        label={words.kind}
        error={errorAt("/kind")}
        defaultValue={partner?.kind ?? PartnerKind.options[0]}
        choices={PartnerKind.options.map((value) => ({ value, label: partnerKindWords[value][locale] }))}
      />
      <TextField pointer="/nameKo" label={words.nameKo} error={errorAt("/nameKo")} defaultValue={partner?.nameKo} maxLength={60} />
      <TextField pointer="/nameEn" label={words.nameEn} error={errorAt("/nameEn")} defaultValue={partner?.nameEn} maxLength={80} />
      <TextField
        pointer="/phone"
        type="tel"
        label={words.phone}
        error={errorAt("/phone")}
        defaultValue={partner && phoneText(partner.phone)}
        autoComplete="off"
      />
      {partner && <CheckField pointer="/isInUse" label={words.isInUse} hint={words.isInUseHint} defaultChecked={partner.isInUse} />}
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {common.save}
        </Button>
        <Button onClick={onBack}>{common.cancel}</Button>
      </div>
    </form>
  );
};
