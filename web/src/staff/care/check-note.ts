import { heldAtProblem } from "../../../../shared/domain/consultation.ts";
import type { DeskNoteText } from "../../../../shared/domain/desk-note.ts";
import { dueProblem } from "../../../../shared/domain/follow-up.ts";
import { type LocalDate, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import type { FieldError } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { pageLocale } from "../../platform/locale.ts";

const check = checkAgainst(() => import("../../../../shared/domain/desk-note-fields.ts").then((module) => module.DeskNoteFields));

/** All that the server would refuse a note for that it opens only later, when nobody is asked. */
export const checkNote =
  (visitOn: LocalDate, whom: "registered" | "walk-in") =>
  async ({ heldAt, next, ...said }: DeskNoteText): Promise<readonly FieldError[]> => {
    const wrong = await check({ ...said, next: next && { what: next.what, waitingFor: next.waitingFor } });
    const early = heldAtProblem(heldAt, visitOn, whom);
    const late = next && (next.dueOn ? dueProblem(next.dueOn, seoulDateOf(heldAt)) : "required");
    if (!early && !late) return wrong;
    const { fieldProblemWords } = await import("../../../../shared/copy/field-problems.ts");
    const locale = pageLocale();
    return [
      ...(early ? [{ pointer: "/heldAt", detail: fieldProblemWords[early.code][locale](early.limit) }] : []),
      ...wrong,
      ...(late ? [{ pointer: "/next/dueOn", detail: fieldProblemWords[late][locale](undefined) }] : []),
    ];
  };
