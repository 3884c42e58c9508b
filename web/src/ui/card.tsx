import type { ComponentChildren } from "preact";

export const Card = ({
  as: Element = "div",
  children,
  class: className = "",
}: {
  as?: "div" | "article" | "section" | "li";
  class?: string;
  children: ComponentChildren;
}) => <Element class={`card ${className}`.trim()}>{children}</Element>;

export type Tone = "plain" | "good" | "main" | "sign";
/** A short state in words; the colour only underlines it. */
export const Tag = ({ tone = "plain", children }: { tone?: Tone; children: ComponentChildren }) => (
  <span class={tone === "plain" ? "tag" : `tag tag-${tone}`}>{children}</span>
);

type FactsProps = {
  rows: readonly (readonly [name: string, value: ComponentChildren])[];
  /** Values are sentences: on a narrow screen they stand below their names. */
  long?: boolean;
};

/** Names and values, one below the other. Rows without a value are left out. */
export const Facts = ({ rows, long = false }: FactsProps) => (
  <dl class={long ? "facts facts-long" : "facts"}>
    {rows.map(([name, value]) =>
      value === null || value === undefined || value === false || value === "" ? null : (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ),
    )}
  </dl>
);
