import type { TargetedSubmitEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import type { ClientProblem, FieldError, Refused } from "../platform/api.ts";
import { fieldId } from "./field.tsx";

type Sent<T> = { ok: true; value: T } | Refused;

export type FormPlan<Body, T> = {
  /** What the fields say, as the body of the request. Fields are named by their JSON pointer. */
  read: (data: FormData) => Body;
  /** Checks with the shared schema before sending (`checkAgainst`); left out, only the API judges. */
  check?: (body: Body) => Promise<readonly FieldError[]>;
  send: (body: Body) => Promise<Sent<T>>;
  onDone: (value: T, body: Body) => void | Promise<void>;
  /** Called for a refusal; return true when it has been dealt with and need not be shown. */
  onRefused?: (problem: ClientProblem, body: Body) => boolean | Promise<boolean>;
};

/** A refused field with the name that its label gives it. */
export type NamedError = FieldError & { name: string };
export type FormTrouble = { problem: ClientProblem | undefined; errors: readonly NamedError[]; attempt: number };

export type FormState = {
  /** Spread on the `<form>`. */
  form: { noValidate: true; onSubmit: (event: TargetedSubmitEvent<HTMLFormElement>) => void };
  busy: boolean;
  /** What stands in the way, for `ErrorSummary`; undefined while nothing does. */
  trouble: FormTrouble | undefined;
  errorAt: (pointer: string) => string | undefined;
  clear: () => void;
};

const nameOf = (form: HTMLFormElement, pointer: string): string =>
  form
    .querySelector(`#${CSS.escape(fieldId(pointer))}`)
    ?.closest(".field")
    // A box to tick is named by what is ticked.
    ?.querySelector(".field-name, .choice span")?.textContent ?? "";

/** What to mend, from the top of the form to its end. A field may break several rules at once: the first one is what to mend. */
const toMend = (form: HTMLFormElement, errors: readonly FieldError[]): NamedError[] => {
  const ids = [...form.querySelectorAll("[id]")].map(({ id }) => id);
  return [...new Map([...errors].reverse().map((error) => [fieldId(error.pointer), error]))]
    .reverse()
    .sort(([a], [b]) => ids.indexOf(a) - ids.indexOf(b))
    .map(([, error]) => ({ ...error, name: nameOf(form, error.pointer) }));
};

/**
 * A form whose fields keep their own values. On submit: read, check, send; one request at a time. Refused fields are named after their labels and
 * listed in their order on the page.
 */
export function useForm<Body, T>({ read, check, send, onDone, onRefused }: FormPlan<Body, T>): FormState {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<FormTrouble>();
  const attempts = useRef(0);
  const underWay = useRef(false);

  const refuse = (form: HTMLFormElement, problem: ClientProblem | undefined, errors: readonly FieldError[]) => {
    attempts.current += 1;
    setTrouble({
      problem,
      errors: toMend(form, errors),
      attempt: attempts.current,
    });
  };

  const submit = async (form: HTMLFormElement) => {
    const body = read(new FormData(form));
    const errors = (await check?.(body)) ?? [];
    if (errors.length > 0) return refuse(form, undefined, errors);
    const sent = await send(body);
    if (sent.ok) {
      setTrouble(undefined);
      return onDone(sent.value, body);
    }
    if (!(await onRefused?.(sent.problem, body))) refuse(form, sent.problem, sent.problem.errors);
  };

  return {
    form: {
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        if (underWay.current) return;
        underWay.current = true;
        setBusy(true);
        void submit(event.currentTarget).finally(() => {
          underWay.current = false;
          setBusy(false);
        });
      },
    },
    busy,
    trouble,
    errorAt: (pointer) => trouble?.errors.find((error) => error.pointer === pointer)?.detail,
    clear: () => setTrouble(undefined),
  };
}

/** Text of a field, empty when absent. */
export const textIn = (data: FormData, pointer: string): string => {
  const value = data.get(pointer);
  return typeof value === "string" ? value : "";
};

/** `{ [key]: text }` when the field holds anything but spaces, else `{}`: an empty optional field is left out of the body. */
export const textIfAny = <Key extends string>(data: FormData, pointer: string, key: Key): { [key in Key]?: string } => {
  const text = textIn(data, pointer).trim();
  return (text === "" ? {} : { [key]: text }) as { [key in Key]?: string };
};

/** Number in a field, spaces and thousands commas allowed; NaN when it is none, which every schema refuses. */
export const numberIn = (data: FormData, pointer: string): number => {
  const text = textIn(data, pointer).replace(/[\s,]/g, "");
  return text === "" ? Number.NaN : Number(text);
};
