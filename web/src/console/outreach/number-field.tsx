import { useEffect, useState } from "preact/hooks";
import { leadStageLabels } from "../../../../shared/copy/lead-codes.ts";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import { isBusinessNumber } from "../../../../shared/domain/text.ts";
import { call, type Value } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { TextField } from "../../ui/field.tsx";
import { leadPath } from "../paths.ts";

type Found = Value<"GET /api/office/business-numbers/{businessNumber}">;

/** Who has a business number, asked as soon as it is one. */
export function useNumber(typed: string): Found | undefined {
  const digits = typed.replace(/[\s-]/g, "");
  const businessNumber = isBusinessNumber(digits) ? digits : undefined;
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    let gone = false;
    setFound(undefined);
    if (businessNumber !== undefined)
      void call("GET /api/office/business-numbers/{businessNumber}", { params: { businessNumber } }).then((answer) => {
        if (answer.ok && !gone) setFound(answer.value);
      });
    return () => {
      gone = true;
    };
  }, [businessNumber]);
  return found;
}

type Props = { leadId: string; value: string | undefined; error: string | undefined };

/** The business number of a lead; says while typing whether somebody has it already. */
export const LeadNumberField = ({ leadId, value, error }: Props) => {
  const words = useWords(leadWords);
  const locale = useLocale();
  const [typed, setTyped] = useState(value ?? "");
  const found = useNumber(typed);
  const other = found?.lead && found.lead.leadId !== leadId ? found.lead : undefined;
  return (
    <div class="stack stack-tight">
      <TextField
        pointer="/lead/businessNumber"
        inputMode="numeric"
        optional
        label={words.businessNumber}
        hint={words.businessNumberHint}
        error={error}
        defaultValue={value}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <div class="field-good" role="status">
        {found && (
          <>
            {other && (
              <p>
                <a href={leadPath(other.leadId)}>{words.numberLead(other.nameKo, leadStageLabels[other.stage][locale])}</a>
              </p>
            )}
            {found.employers.map(({ employerId, nameKo }) => (
              <p key={employerId}>{words.numberEmployer(nameKo)}</p>
            ))}
            {!other && found.employers.length === 0 && <p>{words.numberFree}</p>}
            <p>
              {words.status}: {words.statusLabels[found.status]}
            </p>
          </>
        )}
      </div>
    </div>
  );
};
