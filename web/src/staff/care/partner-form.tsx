import { useState } from "preact/hooks";
import type { PartnerLinks } from "../../../../shared/contract/partner-links.ts";
import { partnerKindWords, partnerWords } from "../../../../shared/copy/partners.ts";
import { currentConsentVersion } from "../../../../shared/domain/consents.ts";
import type { PartnerId } from "../../../../shared/domain/partner.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import { addDays, type LocalDate, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { SelectField, TextField } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { consentPointer, PartnerBox } from "../consent-box.tsx";
import { mintId } from "../mint-id.ts";
import type { AtPerson } from "./partner-links-page.tsx";

type Props = { at: AtPerson; person: PartnerLinks; onDone: () => Promise<void>; onBack: () => void };

/** To whom, what for, and the consent that is read out for it: unticked until it was given. */
export const PartnerForm = ({ at, person: { name, phone, partners }, onDone, onBack }: Props) => {
  const words = useWords(partnerWords);
  const locale = useLocale();
  const [linkId] = useState(() => mintId("lnk"));
  const [partnerId, setPartnerId] = useState(partners[0]?.partnerId);
  const today = seoulDateOf(instantNow());
  const nameOf = (id: PartnerId | undefined): string => {
    const partner = partners.find((one) => one.partnerId === id);
    return partner ? inLocale(locale, partner.nameKo, partner.nameEn).text : "";
  };
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      draft: {
        partnerId: textIn(data, "/draft/partnerId") as PartnerId,
        what: textIn(data, "/draft/what"),
        dueOn: textIn(data, "/draft/dueOn") as LocalDate,
      },
      consentVersion: data.has(consentPointer) ? currentConsentVersion.partner_link : "",
    }),
    send: (body) =>
      call("PUT /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}", { params: { ...at, linkId }, body }),
    onDone,
  });
  return (
    <form
      class="stack stack-loose"
      {...form}
      onChange={(event) => setPartnerId(textIn(new FormData(event.currentTarget), "/draft/partnerId") as PartnerId)}
    >
      <ErrorSummary trouble={trouble} />
      <SelectField
        pointer="/draft/partnerId"
        label={words.partner}
        error={errorAt("/draft/partnerId")}
        choices={partners.map(({ partnerId: value, kind }) => ({ value, label: `${nameOf(value)} (${partnerKindWords[kind][locale]})` }))}
      />
      <TextField pointer="/draft/what" label={words.what} hint={words.whatHint} error={errorAt("/draft/what")} maxLength={200} />
      <TextField
        type="date"
        pointer="/draft/dueOn"
        label={words.dueOn}
        error={errorAt("/draft/dueOn")}
        min={today}
        defaultValue={addDays(today, 14)}
      />
      <p>
        <strong>{words.told}</strong>: {phone ? words.tellsPhone(name, phoneText(phone)) : name}
      </p>
      <PartnerBox partner={nameOf(partnerId)} error={errorAt(consentPointer)} />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
        <Button onClick={onBack}>{words.cancel}</Button>
      </div>
    </form>
  );
};
