import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import { useWords } from "../../platform/use-locale.ts";
import { TextField } from "../../ui/field.tsx";

type Props = { value: number | undefined; error: string | undefined; optional?: boolean };

/** Which of the centre's buses comes. */
export const BusField = ({ value, error, optional = false }: Props) => {
  const words = useWords(managerWords);
  return (
    <TextField
      pointer="/bus"
      type="number"
      inputMode="numeric"
      min={1}
      max={20}
      optional={optional}
      label={words.bus}
      hint={words.busHint}
      error={error}
      defaultValue={String(value ?? "")}
    />
  );
};
