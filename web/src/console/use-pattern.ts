import { useEffect, useRef, useState } from "preact/hooks";
import type { SlotPattern } from "../../../shared/domain/slot-times.ts";
import type { Hours } from "./draw-cells.ts";
import type { TypedBreak } from "./pattern-fields.tsx";
import { readPattern } from "./read-pattern.ts";
import { useRows } from "./use-rows.ts";

/** The hours of a form as they are typed or drawn, for preview and timetable; the fields keep the values. */
export function usePattern(start: SlotPattern | undefined, visitId: string | undefined) {
  const box = useRef<HTMLFormElement>(null);
  const [pattern, setPattern] = useState<unknown>(start);
  const breaks = useRows<TypedBreak>(start?.breaks ?? []);
  const look = () => {
    if (box.current) setPattern(readPattern(new FormData(box.current)));
  };
  useEffect(look, [breaks.rows, visitId]);
  const onDraw = (drawn: Hours) => {
    for (const end of ["from", "to"] as const) {
      const field = box.current?.elements.namedItem(`/pattern/${end}`);
      if (field instanceof HTMLInputElement) field.value = drawn[end];
    }
    look();
  };
  return { box, look, pattern, breaks, onDraw };
}
