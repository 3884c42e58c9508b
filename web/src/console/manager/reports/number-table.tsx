import type { ComponentChildren } from "preact";

type Row = { key: string; name: ComponentChildren; lang?: "ko" | undefined; isMarked?: boolean; cells: readonly ComponentChildren[] };

/** With more columns rows are folded on a phone, each number behind its head. */
const mostNarrow = 2;

/** Numbers under their heads, on a phone as well: names break, numbers do not. The caption is for whoever hears the page; a heading above says the same. */
export const NumberTable = ({
  caption,
  head,
  rows,
  sum,
}: {
  caption: string;
  head: readonly string[];
  rows: readonly Row[];
  sum?: Row;
}) => {
  const line = ({ key, name, lang, isMarked = false, cells }: Row) => (
    <tr key={key} class={isMarked ? "is-marked" : undefined}>
      <th scope="row" lang={lang}>
        {name}
      </th>
      {cells.map((cell, i) => (
        <td key={head[i + 1]} data-head={head[i + 1]}>
          {cell}
        </td>
      ))}
    </tr>
  );
  return (
    <table class={head.length > mostNarrow ? "number-table is-wide" : "number-table"}>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows.map(line)}</tbody>
      {sum && <tfoot>{line(sum)}</tfoot>}
    </table>
  );
};
