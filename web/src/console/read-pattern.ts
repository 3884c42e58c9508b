import { numberIn, textIn } from "../ui/use-form.ts";
import { rowsIn } from "./use-rows.ts";

/** The hours part of a form: what the preview shows and what is sent are read by the same lines. */
export const readPattern = (data: FormData) => ({
  from: textIn(data, "/pattern/from"),
  to: textIn(data, "/pattern/to"),
  minutes: numberIn(data, "/pattern/minutes"),
  breaks: rowsIn(data, (i) => `/pattern/breaks/${i}/from`).map((i) => ({
    from: textIn(data, `/pattern/breaks/${i}/from`),
    to: textIn(data, `/pattern/breaks/${i}/to`),
  })),
  seats: numberIn(data, "/pattern/seats"),
});
