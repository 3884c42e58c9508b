import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { consoleWords } from "../../../shared/copy/pages-console.ts";
import { call } from "../platform/api.ts";
import { useChosenLocale } from "../platform/chosen-locale.ts";
import { followLinks, goTo, pageAt, usePath } from "../platform/router.ts";
import { useSession } from "../platform/session.ts";
import { LocaleContext, useWords } from "../platform/use-locale.ts";
import { LargeTextSwitch } from "../ui/large-text.tsx";
import { LanguageButton, Layout, type NavItem } from "../ui/layout.tsx";
import { SignedIn } from "../ui/signed-in.tsx";
import { Loading } from "../ui/states.tsx";
import { menuFor } from "./menu.ts";
import { NotFound } from "./not-found.tsx";
import { useOutcome } from "./outcome.tsx";
import { accountPath, consoleHome, employerPath, leadsPath } from "./paths.ts";
import { firmAt, type Rights, rightsOf } from "./rights.ts";
import { employerRoutes, leadRoutes, managerRoutes, openRoutes } from "./routes.tsx";

type Frame = (
  content: ComponentChildren,
  nav: readonly NavItem[],
  tools: ComponentChildren,
  footer?: ComponentChildren,
) => ComponentChildren;

/** The console: employers' and managers' pages behind one sign-in. */
export const ConsoleApp = () => {
  const [locale, choose] = useChosenLocale();
  const words = consoleWords[locale];
  useEffect(() => followLinks(consoleHome), []);
  useEffect(() => {
    document.title = `${words.area} - ${words.productName}`;
  }, [words]);
  const frame: Frame = (content, nav, tools, footer) => (
    <Layout
      home={consoleHome}
      footer={footer}
      part={words.area}
      nav={nav}
      tools={
        <>
          <LargeTextSwitch />
          <LanguageButton onChoose={choose} />
          {tools}
        </>
      }
    >
      {content}
    </Layout>
  );
  return (
    <LocaleContext.Provider value={locale}>
      <SignedIn frame={(content) => frame(content, [], null)}>
        <Inside frame={frame} />
      </SignedIn>
    </LocaleContext.Provider>
  );
};

const Inside = ({ frame }: { frame: Frame }) => {
  const words = useWords(consoleWords);
  const path = usePath();
  const { me, signOut } = useSession();
  const rights = rightsOf(me);
  const { Provider, finish, notice } = useOutcome(path);
  const waiting = useWaiting(rights.manages, path === "/console/approvals");
  return frame(
    <Provider value={finish}>
      <div class="stack stack-loose">
        {notice}
        {pageFor(path, rights) ?? <NotFound />}
      </div>
    </Provider>,
    menuFor(rights, path, words, waiting),
    <button type="button" class="tool" title={words.signedInAs(me.mail)} onClick={() => signOut()}>
      {words.signOut}
    </button>,
    <p class="foot-links">
      <a href={accountPath}>{words.account}</a>
    </p>,
  );
};

/** How much waits for the manager: asked when they come, and again when they leave the page that shows it all. */
function useWaiting(manages: boolean, isAtApprovals: boolean): number {
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    if (!manages) return;
    let gone = false;
    setWaiting(0);
    if (!isAtApprovals)
      void call("GET /api/staff/approvals").then((answer) => {
        if (answer.ok && !gone) setWaiting(answer.value.employers.length + answer.value.slotRequests.length);
      });
    return () => {
      gone = true;
    };
  }, [manages, isAtApprovals]);
  return waiting;
}

/** The page at a path for somebody with these rights; somebody else's page is the same as none. */
function pageFor(path: string, rights: Rights): ComponentChildren {
  if (path.replace(/\/$/, "") === consoleHome) return <Start path={startOf(rights)} />;
  const employerPage = pageAt(employerRoutes, path);
  if (employerPage) return rights.employerIds.includes(employerPage.employerId) ? employerPage.page : undefined;
  const leadPage = rights.findsFirms ? pageAt(leadRoutes, path) : undefined;
  return pageAt(openRoutes, path) ?? leadPage ?? (rights.manages ? pageAt(managerRoutes, path) : undefined);
}

/** Where somebody begins: managers with the visits, the outreach team with its firms, employers with their firm, desk staff at the bus, everybody else by registering a firm. */
export function startOf(rights: Rights): string {
  if (rights.manages) return "/console/visits";
  if (rights.findsFirms) return leadsPath;
  const firm = firmAt("", rights);
  if (firm) return employerPath(firm);
  return rights.atDesk ? "/staff" : "/console/register";
}

const Start = ({ path }: { path: string }) => {
  useEffect(() => {
    if (path.startsWith(consoleHome)) goTo(path, { replace: true });
    else location.replace(path); // another entry, another script
  }, [path]);
  return <Loading />;
};
