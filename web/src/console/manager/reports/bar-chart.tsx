import { reportWords } from "../../../../../shared/copy/pages-manager-reports.ts";
import { useWords } from "../../../platform/use-locale.ts";

/** `value`: null for one that is not shown. */
export type Bar = { name: string; value: number | null };

/** Units of the drawing; a letter of Korean is as wide as it is high. */
const width = 280;
const letter = 15;
const line = 20;
const bar = { height: 14, most: 210 };
const gap = 12;

/** Latin letters are about half as wide as Korean ones. */
const widthOf = (text: string): number => Array.from(text).reduce((sum, sign) => sum + (sign > "\u1100" ? 1 : 0.56), 0) * letter;

/** Lines that fit the drawing, broken behind blanks and middle dots. */
const linesOf = (text: string): string[] => {
  const lines: string[] = [];
  for (const part of text.split(/(?<=[ ·])/u)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + part) <= width) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines;
};

/** Bars below each other, each under its name, with its number behind it; a screen reader hears all of it as one sentence. */
export const BarChart = ({ title, bars, textOf = String }: { title: string; bars: readonly Bar[]; textOf?: (value: number) => string }) => {
  const words = useWords(reportWords);
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const shown = ({ value }: Bar): string => (value === null ? words.hidden : textOf(value));
  let top = 0;
  const rows = bars.map((one) => {
    const lines = linesOf(one.name);
    const y = top;
    top += lines.length * line + bar.height + gap;
    return { ...one, lines, y };
  });
  return (
    <svg class="bar-chart" viewBox={`0 0 ${width} ${Math.max(1, top - gap / 2)}`} role="img">
      <title>{title}</title>
      <desc>{words.chartDesc(bars.map((one) => words.part(one.name, shown(one))).join(" "))}</desc>
      {rows.map(({ lines, y, ...one }) => {
        const length = one.value === null ? 0 : (bar.most * one.value) / most;
        const below = y + lines.length * line;
        return (
          <g key={one.name}>
            {lines.map((text, i) => (
              <text key={text} x={0} y={y + i * line + letter}>
                {text}
              </text>
            ))}
            {one.value !== null && <rect x={0} y={below} width={Math.max(2, length)} height={bar.height} rx={3} />}
            <text class="bar-value" x={one.value === null ? 0 : Math.max(2, length) + 6} y={below + bar.height - 1}>
              {shown(one)}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
