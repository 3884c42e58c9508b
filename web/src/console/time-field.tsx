import { TextField } from "../ui/field.tsx";

type Props = { pointer: string; label: string; hint?: string; error?: string | undefined; value?: string | undefined };

/** A time of day in steps of five minutes, with the browser's own picker. */
export const TimeField = ({ value, ...named }: Props) => (
  <TextField {...named} type="time" step={300} defaultValue={value} class="input-short" />
);
