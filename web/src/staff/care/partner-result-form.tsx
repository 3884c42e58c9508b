import type { PartnerLink } from "../../../../shared/contract/partner-links.ts";
import { staffCareWords } from "../../../../shared/copy/pages-staff-care.ts";
import { partnerResultWords, partnerWords } from "../../../../shared/copy/partners.ts";
import type { PartnerResult } from "../../../../shared/domain/partner.ts";
import { call } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import type { AtPerson } from "./partner-links-page.tsx";

type Props = { at: AtPerson; link: PartnerLink; onDone: () => Promise<void>; onBack: () => void };

/** What came of it; asking for it leaves the list. */
export const PartnerResultForm = ({ at, link: { linkId, result, version }, onDone, onBack }: Props) => {
  const words = useWords(partnerWords);
  const { save } = useWords(staffCareWords);
  const locale = useLocale();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ result: textIn(data, "/result") as PartnerResult, seen: version }),
    send: (body) =>
      call("PUT /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}/result", { params: { ...at, linkId }, body }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <ChoiceGroup
        pointer="/result"
        label={words.result}
        error={errorAt("/result")}
        choices={Object.entries(partnerResultWords).map(([value, label]) => ({ value, label: label[locale] }))}
        chosen={result ? [result] : []}
      />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {save}
        </Button>
        <Button onClick={onBack}>{words.cancel}</Button>
      </div>
    </form>
  );
};
