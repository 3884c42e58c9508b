import type {
  ComponentChildren,
  InputHTMLAttributes,
  PartialInputHTMLAttributes,
  PartialSelectHTMLAttributes,
  TextareaHTMLAttributes,
} from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { uiWords } from "../../../shared/copy/ui.ts";
import type { Locale } from "../../../shared/domain/locale.ts";
import { useWords } from "../platform/use-locale.ts";
import { Icon } from "./icons.tsx";

/** DOM id of the field that a JSON pointer of the request body stands for: `/pay/max` → `field-pay-max`. */
export const fieldId = (pointer: string): string => `field${pointer.replace(/[^A-Za-z0-9]+/g, "-")}`;

type Common = {
  /** JSON pointer into the body: the field's name in the form, and where the API's refusals point. */
  pointer: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
};

/** What an input needs to be named, explained and marked as refused. */
export type FieldAttributes = {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
  "aria-required": boolean;
};

const describedBy = (id: string, { hint, error }: Pick<Common, "hint" | "error">): string | undefined =>
  [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(" ") || undefined;

const Hint = ({ id, children }: { id: string; children: ComponentChildren }) => (
  <p class="field-hint" id={`${id}-hint`}>
    {children}
  </p>
);

const FieldErrorText = ({ id, children }: { id: string; children: ComponentChildren }) => (
  <p class="field-error" id={`${id}-error`}>
    <Icon name="warning" />
    <span>{children}</span>
  </p>
);

const Name = ({ label, optional }: Pick<Common, "label" | "optional">) => {
  const words = useWords(uiWords);
  return (
    <>
      <span class="field-name">{label}</span>
      {optional && <span class="field-optional"> ({words.optional})</span>}
    </>
  );
};

/** Label, hint and error around any control: `<Field …>{(attributes) => <input {...attributes} />}</Field>`. */
export const Field = ({
  pointer,
  label,
  hint,
  error,
  optional = false,
  children,
}: Common & { children: (attributes: FieldAttributes) => ComponentChildren }) => {
  const id = fieldId(pointer);
  return (
    <div class="field">
      <label class="field-label" for={id}>
        <Name label={label} optional={optional} />
      </label>
      {hint && <Hint id={id}>{hint}</Hint>}
      {error && <FieldErrorText id={id}>{error}</FieldErrorText>}
      {children({
        id,
        name: pointer,
        "aria-describedby": describedBy(id, { hint, error }),
        "aria-invalid": error ? true : undefined,
        "aria-required": !optional,
      })}
    </div>
  );
};

type Own = keyof Common | keyof FieldAttributes | "required" | "role";
type TextFieldProps = Common &
  Omit<PartialInputHTMLAttributes<HTMLInputElement>, Own | "type" | "list"> & {
    type?: "text" | "email" | "tel" | "number" | "date" | "time" | "datetime-local" | "search";
  };

export const TextField = ({ pointer, label, hint, error, optional, type = "text", class: className = "", ...rest }: TextFieldProps) => (
  <Field pointer={pointer} label={label} hint={hint} error={error} optional={optional ?? false}>
    {(attributes) => (
      // Preact types an input by its `type`, one by one; a field that takes any of several types has to say so by hand.
      <input {...({ type, ...rest, ...attributes } as InputHTMLAttributes<HTMLInputElement>)} class={`input ${String(className)}`.trim()} />
    )}
  </Field>
);

type TextAreaProps = Common & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own>;

export const TextArea = ({ pointer, label, hint, error, optional, ...rest }: TextAreaProps) => (
  <Field pointer={pointer} label={label} hint={hint} error={error} optional={optional ?? false}>
    {(attributes) => <textarea {...rest} {...attributes} class="input" />}
  </Field>
);

export type Choice = { value: string; label: string /** Language of the label, where it is not the page's. */; lang?: Locale };
type SelectProps = Common &
  Omit<PartialSelectHTMLAttributes<HTMLSelectElement>, Own | "size" | "multiple"> & {
    choices?: readonly Choice[];
    children?: ComponentChildren;
  };

/** A native select. Give `choices`, or options and groups of your own as children. */
export const SelectField = ({ pointer, label, hint, error, optional, choices = [], children, defaultValue, ...rest }: SelectProps) => {
  const box = useRef<HTMLSelectElement>(null);
  // Selects have no `defaultValue` of their own in HTML: it is set once the options are there.
  useLayoutEffect(() => {
    if (box.current && typeof defaultValue === "string") box.current.value = defaultValue;
  }, [defaultValue]);
  return (
    <Field pointer={pointer} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(attributes) => (
        <select ref={box} {...rest} {...attributes} class="input">
          {children}
          {choices.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};

type CheckProps = Omit<Common, "optional"> & Omit<PartialInputHTMLAttributes<HTMLInputElement>, Own | "type">;

/** One box to tick; never ticked beforehand where it is a consent. */
export const CheckField = ({ pointer, label, hint, error, ...rest }: CheckProps) => {
  const id = fieldId(pointer);
  return (
    <div class="field">
      {error && <FieldErrorText id={id}>{error}</FieldErrorText>}
      <label class="choice" for={id}>
        <input
          {...rest}
          type="checkbox"
          id={id}
          name={pointer}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint, error })}
        />
        <span>{label}</span>
      </label>
      {hint && <Hint id={id}>{hint}</Hint>}
    </div>
  );
};

type ChoiceGroupProps = Common & {
  choices: readonly Choice[];
  /** `checkbox` lets several be chosen: read them with `FormData.getAll(pointer)`. */
  type?: "radio" | "checkbox";
  chosen?: readonly string[];
  onChoose?: (value: string, checked: boolean) => void;
};

/** Radio buttons or boxes under one name; the first one carries the id that error links go to. */
export const ChoiceGroup = ({
  pointer,
  label,
  hint,
  error,
  optional = false,
  choices,
  type = "radio",
  chosen = [],
  onChoose,
}: ChoiceGroupProps) => {
  const id = fieldId(pointer);
  return (
    <fieldset class="field" aria-describedby={describedBy(id, { hint, error })}>
      <legend class="field-label">
        <Name label={label} optional={optional} />
      </legend>
      {hint && <Hint id={id}>{hint}</Hint>}
      {error && <FieldErrorText id={id}>{error}</FieldErrorText>}
      <div class="choices">
        {choices.map((choice, i) => (
          <label class="choice" key={choice.value}>
            <input
              type={type}
              id={i === 0 ? id : `${id}-${i}`}
              name={pointer}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              onChange={(event) => onChoose?.(choice.value, event.currentTarget.checked)}
            />
            <span lang={choice.lang}>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
