import type { ComponentChildren } from "preact";
import { centreName } from "../../../shared/copy/messages/closing-lines.ts";
import { shellWords } from "../../../shared/copy/pages-seeker/shell.ts";
import { pathIn } from "../platform/locale.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { LargeTextSwitch } from "../ui/large-text.tsx";
import { LanguageLink, Layout } from "../ui/layout.tsx";
import { largeTextId, type PageName, pageId, pathOf } from "./site.ts";

const inMenu = { visits: "visits", mine: "mine", help: "help" } as const;
const menuOf: Partial<Record<PageName, keyof typeof inMenu>> = { ...inMenu, visit: "visits", ticket: "mine" };

/** The frame around a seeker page; employers at their table have nothing in the menu. It is static: only the page inside and the large-text switch come to life. */
export const Shell = ({ page, children }: { page: PageName; children: ComponentChildren }) => {
  const locale = useLocale();
  const words = useWords(shellWords);
  const other = locale === "ko" ? "en" : "ko";
  const link = (name: PageName) => pathIn(locale, pathOf[name]);
  return (
    <Layout
      home={link("visits")}
      nav={(page === "table" ? [] : Object.values(inMenu)).map((name) => ({
        href: link(name),
        label: words[name],
        current: menuOf[page] === name,
      }))}
      tools={
        <>
          <span id={largeTextId}>
            <LargeTextSwitch />
          </span>
          <LanguageLink href={pathIn(other, page === "not-found" ? "/" : pathOf[page])} />
        </>
      }
      footer={
        <>
          <p>
            {centreName[locale]} · {words.phoneHours}
          </p>
          <ul class="foot-links" role="list">
            <li>
              <a href={link("privacy")}>{words.privacy}</a>
            </li>
            <li>
              <a href="/console">{words.forEmployers}</a>
            </li>
            <li>
              <a href="/staff">{words.forStaff}</a>
            </li>
          </ul>
        </>
      }
    >
      <noscript>
        <p class="notice">{words.needsScript}</p>
      </noscript>
      <div id={pageId}>{children}</div>
    </Layout>
  );
};
