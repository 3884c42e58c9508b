import { type ComponentChild, type FunctionComponent, hydrate } from "preact";
import { pageLocale, pathIn, pathWithoutLocale } from "../platform/locale.ts";
import { LocaleContext } from "../platform/use-locale.ts";
import { applyTextSize, LargeTextSwitch } from "../ui/large-text.tsx";
import "../ui/styles.css";
import { VisitsPage } from "./pages/visits.tsx";
import "./seeker.css";
import { largeTextId, type PageName, pageId } from "./site.ts";

/** Pages with something to do. The first one comes with this script; the others are fetched alongside it, as their HTML asks for. */
const loads: Partial<Record<PageName, () => Promise<FunctionComponent> | FunctionComponent>> = {
  visits: () => VisitsPage,
  visit: () => import("./pages/visit.tsx").then(({ VisitPage }) => VisitPage),
  calendar: () => import("./pages/calendar.tsx").then(({ CalendarPage }) => CalendarPage),
  mine: () => import("./pages/mine.tsx").then(({ MinePage }) => MinePage),
  "my-data": () => import("./pages/my-data.tsx").then(({ MyDataPage }) => MyDataPage),
  ticket: () => import("./pages/ticket.tsx").then(({ TicketPage }) => TicketPage),
  board: () => import("./pages/board.tsx").then(({ BoardPage }) => BoardPage),
  number: () => import("./pages/number.tsx").then(({ NumberPage }) => NumberPage),
  verify: () => import("./pages/verify.tsx").then(({ VerifyPage }) => VerifyPage),
  table: () => import("./pages/table.tsx").then(({ TablePage }) => TablePage),
  kiosk: () => import("./pages/kiosk.tsx").then(({ KioskPage }) => KioskPage),
  "sign-in": () => import("./pages/sign-in.tsx").then(({ SignInPage }) => SignInPage),
};

function comeToLife(id: string, content: ComponentChild): void {
  const place = document.getElementById(id);
  if (place) hydrate(<LocaleContext.Provider value={pageLocale()}>{content}</LocaleContext.Provider>, place);
}

/** The language link of the prerendered page knows only the page's own address: here it follows the reader's, visit and choice included. */
function keepPlaceAcrossLanguages(): void {
  const link = document.querySelector<HTMLAnchorElement>("a[data-language]");
  link?.addEventListener("click", () => {
    const other = pageLocale() === "ko" ? "en" : "ko";
    link.href = pathIn(other, pathWithoutLocale(location.pathname)) + location.search + location.hash;
  });
}

/** Not awaited at the top level: the page's chunk imports this one and would wait for it for ever. */
async function startPage(): Promise<void> {
  const Page = await loads[document.documentElement.dataset.page as PageName]?.();
  if (Page) comeToLife(pageId, <Page />);
}

applyTextSize();
keepPlaceAcrossLanguages();
comeToLife(largeTextId, <LargeTextSwitch />);
void startPage();
