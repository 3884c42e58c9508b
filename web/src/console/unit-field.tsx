import { Field } from "../ui/field.tsx";

type Props = {
  pointer: string;
  label: string;
  /** Stands behind the number: "명", "분", "원". */
  unit: string;
  hint?: string;
  error?: string | undefined;
  optional?: boolean;
  value?: number | undefined;
  onType?: (text: string) => void;
};

/** A number with its unit. A text field with a number pad: number inputs change by themselves when the wheel turns. */
export const UnitField = ({ unit, value, onType, ...named }: Props) => (
  <Field {...named}>
    {({ "aria-describedby": described, ...attributes }) => (
      <span class="unit-field">
        <input
          {...attributes}
          type="text"
          class="input"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={value === undefined ? "" : String(value)}
          aria-describedby={[described, `${attributes.id}-unit`].filter(Boolean).join(" ")}
          onInput={(event) => onType?.(event.currentTarget.value)}
        />
        <span id={`${attributes.id}-unit`} class="unit">
          {unit}
        </span>
      </span>
    )}
  </Field>
);
