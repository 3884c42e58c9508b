import { useState } from "preact/hooks";
import { payTypeLabels } from "../../../../shared/copy/codes.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import { payText } from "../../../../shared/copy/pay-text.ts";
import { PayType, type PostingDraft } from "../../../../shared/domain/posting.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { choicesOf } from "../../ui/choices.ts";
import { SelectField } from "../../ui/field.tsx";
import { UnitField } from "../unit-field.tsx";

type PayProps = { pay: PostingDraft["pay"] | undefined; errorAt: (pointer: string) => string | undefined };

/** Pay, shown while typing as job seekers will read it: an amount with a zero too many is seen at once. */
export const PayFields = ({ pay, errorAt }: PayProps) => {
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
