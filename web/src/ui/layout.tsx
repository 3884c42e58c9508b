import type { ComponentChildren } from "preact";
import { centre } from "../../../shared/centre.ts";
import { uiWords } from "../../../shared/copy/ui.ts";
import type { Locale } from "../../../shared/domain/locale.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { Icon, Mark } from "./icons.tsx";

export type NavItem = { href: string; label: string; current?: boolean };

type LayoutProps = {
  /** Where the brand leads. */
  home: string;
  /** Beside the brand, where this is not the seekers' part. */
  part?: string;
  nav: readonly NavItem[];
  /** Large-text switch, language switch and the like. */
  tools: ComponentChildren;
  footer?: ComponentChildren;
  children: ComponentChildren;
};

/** Frame of every page: skip link, head, main content, foot with the telephone. */
export const Layout = ({ home, part, nav, tools, footer, children }: LayoutProps) => {
  const words = useWords(uiWords);
  return (
    <>
      <a class="skip-link" href="#main">
        {words.skipToContent}
      </a>
      <header class="site-head">
        <div class="head-row">
          <a class="brand" href={home}>
            <Mark />
            <span>
              {words.brand}
              {part && <small> {part}</small>}
            </span>
          </a>
          <div class="head-tools">{tools}</div>
        </div>
        {nav.length > 0 && (
          <nav class="site-nav" aria-label={words.mainMenu}>
            <ul role="list">
              {nav.map(({ href, label, current = false }) => (
                <li key={href}>
                  <a href={href} aria-current={current ? "page" : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <main class="site-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="site-foot">
        <div>
          <TelLink />
          {footer}
        </div>
      </footer>
    </>
  );
};

/** The centre's telephone, one press away on every page; or another line of the centre. */
export const TelLink = ({ phone = centre.phone }: { phone?: string }) => {
  const words = useWords(uiWords);
  return (
    <a class="tel-link" href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
      <Icon name="phone" />
      <span>
        {words.callUs} <span class="tel-number">{phone}</span>
      </span>
    </a>
  );
};

/** The same page in the other language: a link where each language has its address. */
export const LanguageLink = ({ href }: { href: string }) => {
  const words = useWords(uiWords);
  const other: Locale = useLocale() === "ko" ? "en" : "ko";
  return (
    <a class="tool" href={href} lang={other} hreflang={other} data-language={other}>
      {words.otherLanguage}
    </a>
  );
};

/** Language switch for the entries that keep one address for both languages. */
export const LanguageButton = ({ onChoose }: { onChoose: (locale: Locale) => void }) => {
  const words = useWords(uiWords);
  const other: Locale = useLocale() === "ko" ? "en" : "ko";
  return (
    <button type="button" class="tool" lang={other} onClick={() => onChoose(other)}>
      {words.otherLanguage}
    </button>
  );
};
