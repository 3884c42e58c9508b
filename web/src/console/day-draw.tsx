import { useRef, useState } from "preact/hooks";
import { timesWords } from "../../../shared/copy/pages-employer-times.ts";
import { LocalTime, timeRangeText, timeText } from "../../../shared/domain/seoul-time.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { cellAfter, cellsBetween, type DrawCell, drawnBy, drawnCells, type Hours } from "./draw-cells.ts";

type Props = {
  /** Opening hours of the visit. */
  hours: Hours;
  /** What the fields say; anything that is no time draws nothing. */
  from: unknown;
  to: unknown;
  onDraw: (drawn: Hours) => void;
};

/**
 * The day in half hours: press where it begins and where it ends, or drag. Arrow keys move, the space bar presses. The fields below say the same and take
 * every five minutes.
 */
export const DayDraw = ({ hours, from, to, onDraw }: Props) => {
  const words = useWords(timesWords);
  const locale = useLocale();
  const [anchor, setAnchor] = useState<number>();
  const [reached, setReached] = useState(0);
  const dragged = useRef<{ from: number; moved: boolean } | undefined>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const cells = cellsBetween(hours);
  const range = rangeOf(from, to);
  const inside = range ? drawnCells(cells, range) : [];
  const draw = (a: number, b: number) => {
    const drawn = drawnBy(cells, a, b);
    if (drawn) onDraw(drawn);
  };
  const press = (at: number, { detail }: MouseEvent) => {
    // A drag that ends where it began is a press too, for the browser; keys press without a pointer.
    if (detail > 0 && dragged.current?.moved) return;
    draw(anchor ?? at, at);
    setAnchor(anchor === undefined ? at : undefined);
  };
  const move = (event: PointerEvent) => {
    const drag = dragged.current;
    const at = cellUnder(event);
    if (!drag || at === undefined || event.buttons === 0 || (at === drag.from && !drag.moved)) return;
    drag.moved = true;
    setAnchor(undefined);
    draw(drag.from, at);
  };
  const walk = (event: KeyboardEvent, at: number) => {
    const next = cellAfter(event.key, at, cells.length);
    if (next === undefined) return;
    event.preventDefault();
    setReached(next);
    box.current?.querySelectorAll<HTMLButtonElement>("button")[next]?.focus();
  };
  return (
    <div class="stack stack-tight">
      <div
        class="draw"
        role="group"
        aria-label={words.drawTitle}
        aria-describedby="draw-hint"
        ref={box}
        onPointerDown={(event) => {
          const at = cellUnder(event);
          dragged.current = at === undefined ? undefined : { from: at, moved: false };
        }}
        onPointerMove={move}
      >
        {cells.map((cell, at) => (
          <button
            key={cell.from}
            type="button"
            class="draw-cell"
            data-cell={at}
            tabIndex={at === Math.min(reached, cells.length - 1) ? 0 : -1}
            aria-pressed={inside.includes(at)}
            aria-label={`${cell.from}~${cell.to}`}
            onFocus={() => setReached(at)}
            onKeyDown={(event) => walk(event, at)}
            onClick={(event) => press(at, event)}
          >
            {cell.from}
          </button>
        ))}
      </div>
      <p class="field-hint" id="draw-hint">
        {words.drawHint}
      </p>
      <p class="field-good" role="status">
        {anchor !== undefined && cells[anchor]
          ? words.drawnFrom(timeText((cells[anchor] as DrawCell).from, locale))
          : range && words.drawn(timeRangeText(range.from, range.to, locale))}
      </p>
    </div>
  );
};

function rangeOf(from: unknown, to: unknown): Hours | undefined {
  const [first, last] = [LocalTime.safeParse(from), LocalTime.safeParse(to)];
  return first.success && last.success && first.data < last.data ? { from: first.data, to: last.data } : undefined;
}

/** The cell under a finger or mouse: a finger keeps its events at the cell where it went down. */
function cellUnder({ clientX, clientY }: PointerEvent): number | undefined {
  const at = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-cell]")?.dataset.cell;
  return at === undefined ? undefined : Number(at);
}
