import { TextField } from "../../ui/field.tsx";

type Props = { pointer: string; label: string; hint?: string; error?: string | undefined };

/** Six digits that are not shown: no password of anybody, so that no browser offers to keep it. */
export const PinField = (props: Props) => (
  <TextField {...props} class="input-pin" inputMode="numeric" autoComplete="off" maxLength={6} spellcheck={false} />
);
