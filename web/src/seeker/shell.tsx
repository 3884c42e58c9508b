import type { ComponentChildren } from "preact";
import { centreName } from "../../../shared/copy/messages/closing-lines.ts";
import { shellWords } from "../../../shared/copy/pages-seeker/shell.ts";
import { pathIn } from "../platform/locale.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { LargeTextSwitch } from "../ui/large-text.tsx";
import { LanguageLink, Layout } from "../ui/layout.tsx";
import { largeTextId, type PageName, pageId, pathOf } from "./site.ts";

const inMenu = { visits: "visits", mine: "mine", help: "help" } as const;
const menuOf: Partial<Record<PageName, keyof typeof inMenu>> = { ...inMenu, visit: "visits", calendar: "visits", ticket: "mine" };

/** Pages of devices that stand at the bus: a menu would lead whoever is there away from them. */
const ofDevices: readonly PageName[] = ["table", "kiosk"];

/** The frame around a seeker page. It is static: only the page inside and the large-text switch come to life. */
export const Shell = ({ page, children }: { page: PageName; children: ComponentChildren }) => {
  const locale = useLocale();
  const words = useWords(shellWords);
  const other = locale === "ko" ? "en" : "ko";
  const link = (name: PageName) => pathIn(locale, pathOf[name]);
  return (
    <Layout
      home={link(page === "kiosk" ? page : "visits")}
      nav={(ofDevices.includes(page) ? [] : Object.values(inMenu)).map((name) => ({
        href: link(name),
        label: words[name],
        current: menuOf[page] === name,
      }))}
      tools={
        <>
          <span id={largeTextId}>
            <LargeTextSwitch />
          </span>
          {/* At a kiosk everybody chooses for themselves, without loading another page. */}
          {page !== "kiosk" && <LanguageLink href={pathIn(other, page === "not-found" ? "/" : pathOf[page])} />}
        </>
      }
      footer={
        <>
          <p>
            {centreName[locale]} · {words.phoneHours}
          </p>
          {page !== "kiosk" && (
            <ul class="foot-links" role="list">
              <li>
                <a href={link("calendar")}>{words.calendar}</a>
              </li>
              <li>
                <a href={link("inquiry")}>{words.inquiry}</a>
              </li>
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
          )}
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
