import type { FieldError } from "../../platform/api.ts";
import { textIn } from "../../ui/use-form.ts";
import { readPattern } from "../read-pattern.ts";
import { rowsIn } from "../use-rows.ts";

/** The fields of a request for interview times as the body. Desks are wishes: rows without one are left out. */
export const readSlotRequest = (data: FormData) => {
  const rows = rowsIn(data, (i) => `/interviewers/${i}`);
  const wished = rows.map((i) => textIn(data, `/deskIds/${i}`)).filter((deskId) => deskId !== "");
  return {
    visitId: textIn(data, "/visitId"),
    postingId: textIn(data, "/postingId"),
    mode: textIn(data, "/mode"),
    pattern: readPattern(data),
    interviewers: rows.map((i) => textIn(data, `/interviewers/${i}`)),
    ...(wished.length > 0 && { deskIds: wished }),
  };
};

/** A desk wished for twice is refused at once, even while other fields keep the schema from looking at it. */
export const hasWishedTwice = ({ deskIds = [] }: { deskIds?: readonly string[] }): boolean => new Set(deskIds).size < deskIds.length;

/** A name or a desk that is there twice is mended in the last row, where it was written last. */
export const atTheirRows = (errors: readonly FieldError[], rows: number): FieldError[] =>
  errors.map((error) =>
    error.pointer === "/interviewers" || error.pointer === "/deskIds" ? { ...error, pointer: `${error.pointer}/${rows - 1}` } : error,
  );
