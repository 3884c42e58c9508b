import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { uiWords } from "../../../shared/copy/ui.ts";
import { useWords } from "../platform/use-locale.ts";
import { Icon } from "./icons.tsx";

export type PageProps = {
  title: string;
  /** One sentence below the title. */
  lead?: ComponentChildren;
  back?: { href: string; label: string; onClick?: (event: MouseEvent) => void } | undefined;
  narrow?: boolean;
  /** Puts the focus on the title when the page appears: for screens that replace one another without loading a page. */
  focus?: boolean;
  children: ComponentChildren;
};

/** One topic: a title, a way back, and the content. */
export const Page = ({ title, lead, back, narrow = false, focus = false, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const { brand } = useWords(uiWords);
  // Screens that replace one another have names of their own in tabs, history and screen readers.
  useEffect(() => {
    document.title = `${title} | ${brand}`;
  }, [title, brand]);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus, title]);
  return (
    <div class={narrow ? "page page-narrow" : "page"}>
      <div class="page-head">
        {back && (
          <a class="back-link" href={back.href} onClick={back.onClick}>
            <Icon name="back" />
            <span>{back.label}</span>
          </a>
        )}
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {lead && <p class="soft">{lead}</p>}
      </div>
      {children}
    </div>
  );
};
