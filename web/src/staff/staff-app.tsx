import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { staffWords } from "../../../shared/copy/pages-staff.ts";
import { useChosenLocale } from "../platform/chosen-locale.ts";
import { followLinks, pageAt, route, usePath } from "../platform/router.ts";
import { useSession } from "../platform/session.ts";
import { LocaleContext, useWords } from "../platform/use-locale.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { LargeTextSwitch } from "../ui/large-text.tsx";
import { LanguageButton, Layout } from "../ui/layout.tsx";
import { Page } from "../ui/page.tsx";
import { SignedIn } from "../ui/signed-in.tsx";
import { Empty } from "../ui/states.tsx";
import { DayPage } from "./day-page.tsx";
import { ScanPage } from "./scanner/scan-page.tsx";
import { VisitsPage } from "./visits-page.tsx";

const home = "/staff";

const routes = [
  route("/staff", () => <VisitsPage />),
  route("/staff/visits/:visitId", ({ visitId }) => <DayPage key={visitId} visitId={visitId} />),
  route("/staff/visits/:visitId/scan", ({ visitId }) => <ScanPage key={visitId} visitId={visitId} />),
];

/** The staff entry: what the people at the bus use on the day. */
export const StaffApp = () => {
  const [locale, choose] = useChosenLocale();
  const words = staffWords[locale];
  useEffect(() => followLinks(home), []);
  useEffect(() => {
    document.title = `${words.area} - ${words.productName}`;
  }, [words]);
  const frame = (content: ComponentChildren, tools?: ComponentChildren) => (
    <Layout
      home={home}
      part={words.area}
      nav={[]}
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
      <SignedIn frame={(content) => frame(content)}>{<Inside frame={frame} />}</SignedIn>
    </LocaleContext.Provider>
  );
};

type Frame = (content: ComponentChildren, tools: ComponentChildren) => ComponentChildren;

const Inside = ({ frame }: { frame: Frame }) => {
  const words = useWords(staffWords);
  const path = usePath();
  const { me, signOut } = useSession();
  const mayWorkHere = me.staffRoles.some((role) => role !== "outreach");
  return frame(
    mayWorkHere ? (pageAt(routes, path) ?? <NotFound />) : <NotStaff mail={me.mail} />,
    <button type="button" class="tool" onClick={signOut}>
      {words.signOut}
    </button>,
  );
};

const NotStaff = ({ mail }: { mail: string }) => {
  const words = useWords(staffWords);
  const { refresh } = useSession();
  return (
    <Page title={words.noStaffTitle} narrow>
      <Empty title={words.noStaffDetail(mail)}>
        <Button onClick={refresh}>{words.tryAgain}</Button>
      </Empty>
    </Page>
  );
};

const NotFound = () => {
  const words = useWords(staffWords);
  return (
    <Page title={words.notFoundTitle} narrow>
      <Empty title={words.notFoundDetail}>
        <ButtonLink href={home}>{words.toVisits}</ButtonLink>
      </Empty>
    </Page>
  );
};
