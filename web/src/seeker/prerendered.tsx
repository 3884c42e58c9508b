import type { FunctionComponent } from "preact";
import { renderToString } from "preact-render-to-string";
import { shellWords } from "../../../shared/copy/pages-seeker/shell.ts";
import { type Locale, locales } from "../../../shared/domain/locale.ts";
import { pathIn } from "../platform/locale.ts";
import { LocaleContext } from "../platform/use-locale.ts";
import { BoardPage } from "./pages/board.tsx";
import { CalendarPage } from "./pages/calendar.tsx";
import { HelpPage } from "./pages/help.tsx";
import { KioskPage } from "./pages/kiosk.tsx";
import { MinePage } from "./pages/mine.tsx";
import { MyDataPage } from "./pages/my-data.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { NumberPage } from "./pages/number.tsx";
import { PrivacyPage } from "./pages/privacy.tsx";
import { SignInPage } from "./pages/sign-in.tsx";
import { TablePage } from "./pages/table.tsx";
import { TicketPage } from "./pages/ticket.tsx";
import { VerifyPage } from "./pages/verify.tsx";
import { VisitPage } from "./pages/visit.tsx";
import { VisitsPage } from "./pages/visits.tsx";
import { Shell } from "./shell.tsx";
import { type PageName, pageNames, pathOf } from "./site.ts";

const components: Record<PageName, FunctionComponent> = {
  visits: VisitsPage,
  visit: VisitPage,
  calendar: CalendarPage,
  mine: MinePage,
  "my-data": MyDataPage,
  ticket: TicketPage,
  board: BoardPage,
  number: NumberPage,
  verify: VerifyPage,
  table: TablePage,
  kiosk: KioskPage,
  "sign-in": SignInPage,
  help: HelpPage,
  privacy: PrivacyPage,
  "not-found": NotFoundPage,
};

/** Modules that the script loads for a page, besides its own; the first page is part of it, and three pages need none. */
const sources: Partial<Record<PageName, string>> = {
  visit: "web/src/seeker/pages/visit.tsx",
  calendar: "web/src/seeker/pages/calendar.tsx",
  mine: "web/src/seeker/pages/mine.tsx",
  "my-data": "web/src/seeker/pages/my-data.tsx",
  ticket: "web/src/seeker/pages/ticket.tsx",
  board: "web/src/seeker/pages/board.tsx",
  number: "web/src/seeker/pages/number.tsx",
  verify: "web/src/seeker/pages/verify.tsx",
  table: "web/src/seeker/pages/table.tsx",
  kiosk: "web/src/seeker/pages/kiosk.tsx",
  "sign-in": "web/src/seeker/pages/sign-in.tsx",
};

/** A page as `web/build/prerender.ts` writes it. */
export type SeekerPage = {
  file: string;
  locale: Locale;
  title: string;
  description: string;
  page: PageName;
  source: string | undefined;
  hidden: boolean;
  data: string | undefined;
  alternate: { locale: Locale; href: string } | undefined;
  body: string;
};

export const renderPages = (): SeekerPage[] =>
  locales.flatMap((locale) => pageNames.filter((page) => page !== "not-found" || locale === "ko").map((page) => renderPage(locale, page)));

function renderPage(locale: Locale, page: PageName): SeekerPage {
  const words = shellWords[locale];
  const Content = components[page];
  const other = locale === "ko" ? "en" : "ko";
  const path = pathIn(locale, pathOf[page]);
  return {
    file: page === "not-found" ? `${path.slice(1)}.html` : `${path}/index.html`.replace(/^\/+/, "").replace("//", "/"),
    locale,
    title: page === "visits" ? `${words.siteName} | ${words.titles.visits}` : `${words.titles[page]} | ${words.siteName}`,
    description: words.description,
    page,
    source: sources[page],
    hidden: page !== "visits" && page !== "visit" && page !== "calendar" && page !== "help" && page !== "privacy" && page !== "verify",
    data: page === "visits" ? "/api/public/visits" : undefined,
    alternate: page === "visit" || page === "not-found" ? undefined : { locale: other, href: pathIn(other, pathOf[page]) },
    body: renderToString(
      <LocaleContext.Provider value={locale}>
        <Shell page={page}>
          <Content />
        </Shell>
      </LocaleContext.Provider>,
    ),
  };
}
