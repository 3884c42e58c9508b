import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Me } from "../../../shared/contract/sign-in.ts";
import { staffWords } from "../../../shared/copy/pages-staff.ts";
import type { VisitId } from "../../../shared/domain/ids.ts";
import { rolesAnywhere, worksAtDesk } from "../../../shared/domain/roles-at.ts";
import { useChosenLocale } from "../platform/chosen-locale.ts";
import { followLinks, pageAt, route, usePath } from "../platform/router.ts";
import { useSession } from "../platform/session.ts";
import { LocaleContext, useWords } from "../platform/use-locale.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { LargeTextSwitch } from "../ui/large-text.tsx";
import { LanguageButton, Layout } from "../ui/layout.tsx";
import { lazyPage } from "../ui/lazy-page.tsx";
import { Page } from "../ui/page.tsx";
import { SignedIn } from "../ui/signed-in.tsx";
import { Empty } from "../ui/states.tsx";
import { care } from "./care/load.ts";
import { forgetDrafts } from "./care/note-drafts.ts";
import { busOf } from "./offline/bus-of.ts";
import { OutboxLine } from "./offline/outbox-line.tsx";
import { ScanPage } from "./scanner/scan-page.tsx";
import { VisitsPage } from "./visits-page.tsx";

const home = "/staff";

// The scanner comes with the first script. All else is fetched when it is opened.
const ReadyPage = lazyPage(() => import("./offline/ready-page.tsx").then((module) => module.ReadyPage));
const DayPage = lazyPage(() => import("./day-page.tsx").then((module) => module.DayPage));
const PersonPage = lazyPage(() => import("./people/person-page.tsx").then((module) => module.PersonPage));
const RenewPage = lazyPage(() => import("./people/renew-page.tsx").then((module) => module.RenewPage));
const WithdrawPage = lazyPage(() => import("./people/withdraw-page.tsx").then((module) => module.WithdrawPage));
const DetailsPage = lazyPage(() => import("./people/details-page.tsx").then((module) => module.DetailsPage));
const AddressPage = lazyPage(() => import("./people/address-page.tsx").then((module) => module.AddressPage));
const OwnDataPage = lazyPage(() => import("./people/own-data/own-data-page.tsx").then((module) => module.OwnDataPage));
const ConsentsPage = lazyPage(() => import("./people/own-data/consents-page.tsx").then((module) => module.ConsentsPage));
const SharesPage = lazyPage(() => import("./people/own-data/shares-page.tsx").then((module) => module.SharesPage));
const CertificatesPage = lazyPage(() => import("./people/own-data/certificates-page.tsx").then((module) => module.CertificatesPage));
const LooksPage = lazyPage(() => import("./people/own-data/looks-page.tsx").then((module) => module.LooksPage));
const RegisterPage = lazyPage(() => import("./people/register-page.tsx").then((module) => module.RegisterPage));
const SupportPage = lazyPage(() => import("./people/support-page.tsx").then((module) => module.SupportPage));
const TimePage = lazyPage(() => import("./people/time-page.tsx").then((module) => module.TimePage));
const CancelPage = lazyPage(() => import("./people/cancel-page.tsx").then((module) => module.CancelPage));
const SeatPage = lazyPage(() => import("./seats/seat-page.tsx").then((module) => module.SeatPage));
const CallsPage = lazyPage(() => import("./calls/calls-page.tsx").then((module) => module.CallsPage));
const MailsPage = lazyPage(() => import("./mails/mails-page.tsx").then((module) => module.MailsPage));
const SamePeoplePage = lazyPage(() => import("./people/same-people-page.tsx").then((module) => module.SamePeoplePage));
const WaitsPage = lazyPage(() => import("./waits/waits-page.tsx").then((module) => module.WaitsPage));
const WaitSeatPage = lazyPage(() => import("./waits/wait-seat-page.tsx").then((module) => module.WaitSeatPage));
const DesksPage = lazyPage(() => import("./desks/desks-page.tsx").then((module) => module.DesksPage));
const DeskPage = lazyPage(() => import("./desks/desk-page.tsx").then((module) => module.DeskPage));
const PairPage = lazyPage(() => import("./desks/pair-page.tsx").then((module) => module.PairPage));
const KioskPage = lazyPage(() => import("./desks/kiosk-page.tsx").then((module) => module.KioskPage));
const ReceiptPage = lazyPage(() => import("./desks/receipt-page.tsx").then((module) => module.ReceiptPage));
const DeskBoardPage = lazyPage(() => import("./queue/desk-board-page.tsx").then((module) => module.DeskBoardPage));
const CallBoardPage = lazyPage(() => import("./queue/call-board-page.tsx").then((module) => module.CallBoardPage));
const FindPage = lazyPage(() => import("./find/find-page.tsx").then((module) => module.FindPage));
const ReconcilePage = lazyPage(() => import("./reconcile/reconcile-page.tsx").then((module) => module.ReconcilePage));
const WalkInPage = lazyPage(() => import("./queue/walk-in-page.tsx").then((module) => module.WalkInPage));

const AptitudeTestsPage = lazyPage(() => care().then((pages) => pages.AptitudeTestsPage));
const AptitudeRegisterPage = lazyPage(() => care().then((pages) => pages.AptitudeRegisterPage));
const ConsultationsPage = lazyPage(() => care().then((pages) => pages.ConsultationsPage));
const EnrolmentPage = lazyPage(() => care().then((pages) => pages.EnrolmentPage));
const PeoplePage = lazyPage(() => care().then((pages) => pages.PeoplePage));
const ResultsPage = lazyPage(() => care().then((pages) => pages.ResultsPage));
const FollowUpsPage = lazyPage(() => care().then((pages) => pages.FollowUpsPage));
const PartnerLinksPage = lazyPage(() => care().then((pages) => pages.PartnerLinksPage));
const NotesPage = lazyPage(() => care().then((pages) => pages.NotesPage));
const WriteNotePage = lazyPage(() => care().then((pages) => pages.WriteNotePage));

const AccountPage = lazyPage(() => import("../ui/account/account-page.tsx").then((module) => module.AccountPage));

const routes = [
  route("/staff", () => <VisitsPage />),
  route("/staff/account", () => <AccountPage home={home} />),
  route("/staff/mails", () => <MailsPage />),
  route("/staff/people", () => <PeoplePage />),
  route("/staff/follow-ups", () => <FollowUpsPage />),
  route("/staff/notes", () => <NotesPage />),
  route("/staff/visits/:visitId", (at) => <DayPage key={at.visitId} {...at} />),
  route("/staff/visits/:visitId/scan", (at) => <ScanPage key={at.visitId} visitId={at.visitId as VisitId} />),
  route("/staff/visits/:visitId/desk-board", (at) => <DeskBoardPage key={at.visitId} visitId={at.visitId as VisitId} />),
  route("/staff/visits/:visitId/call-board", (at) => <CallBoardPage key={at.visitId} visitId={at.visitId as VisitId} />),
  route("/staff/visits/:visitId/walk-in", (at) => <WalkInPage key={at.visitId} visitId={at.visitId as VisitId} />),
  route("/staff/visits/:visitId/ready", (at) => <ReadyPage key={at.visitId} visitId={at.visitId as VisitId} />),
  route("/staff/visits/:visitId/find", (at) => <FindPage key={at.visitId} visitId={at.visitId as VisitId} />),
  route("/staff/visits/:visitId/reconcile", (at) => <ReconcilePage key={at.visitId} visitId={at.visitId as VisitId} />),
  route("/staff/visits/:visitId/notes", (at) => <WriteNotePage key={at.visitId} {...at} />),
  route("/staff/visits/:visitId/notes/:subject", (at) => <WriteNotePage key={at.subject} {...at} />),
  route("/staff/visits/:visitId/calls", (at) => <CallsPage {...at} />),
  route("/staff/visits/:visitId/same-people", (at) => <SamePeoplePage key={at.visitId} {...at} />),
  route("/staff/visits/:visitId/results", (at) => <ResultsPage key={at.visitId} {...at} />),
  route("/staff/visits/:visitId/aptitude-tests", (at) => <AptitudeRegisterPage key={at.visitId} {...at} />),
  route("/staff/visits/:visitId/waits", (at) => <WaitsPage {...at} />),
  route("/staff/visits/:visitId/waits/:waitId", (at) => <WaitSeatPage key={at.waitId} {...at} />),
  route("/staff/visits/:visitId/register", (at) => <RegisterPage key={at.visitId} {...at} />),
  route("/staff/visits/:visitId/desks", (at) => <DesksPage {...at} />),
  route("/staff/visits/:visitId/kiosk", (at) => <KioskPage key={at.visitId} {...at} />),
  route("/staff/visits/:visitId/desks/:deskId", (at) => <DeskPage key={at.deskId} {...at} />),
  route("/staff/visits/:visitId/desks/:deskId/table", (at) => <PairPage key={at.deskId} {...at} />),
  route("/staff/visits/:visitId/plans/:planId", (at) => <ReceiptPage key={at.planId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId", (at) => <PersonPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/qr", (at) => <RenewPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/withdraw", (at) => <WithdrawPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/support", (at) => <SupportPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/consultations", (at) => <ConsultationsPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/partner-links", (at) => <PartnerLinksPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/aptitude-tests", (at) => <AptitudeTestsPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/enrolment", (at) => <EnrolmentPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/details", (at) => <DetailsPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/address", (at) => <AddressPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/data", (at) => <OwnDataPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/data/consents", (at) => <ConsentsPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/data/shares", (at) => <SharesPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/data/certificates", (at) => <CertificatesPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/data/looks", (at) => <LooksPage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/book", (at) => <TimePage key={at.registrationId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/bookings/:bookingId/move", (at) => <TimePage key={at.bookingId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/bookings/:bookingId/cancel", (at) => <CancelPage key={at.bookingId} {...at} />),
  route("/staff/visits/:visitId/people/:registrationId/bookings/:bookingId/seat", (at) => <SeatPage key={at.bookingId} {...at} />),
];

/** The staff entry: what the people at the bus use on the day. */
export const StaffApp = () => {
  const [locale, choose] = useChosenLocale();
  const words = staffWords[locale];
  const path = usePath();
  useEffect(() => followLinks(home), []);
  useEffect(() => {
    document.title = `${words.area} - ${words.productName}`;
  }, [words]);
  const frame = (content: ComponentChildren, tools?: ComponentChildren, footer?: ComponentChildren) => (
    <Layout
      home={home}
      footer={footer}
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
      <OutboxLine mayUpdate={!path.endsWith("/scan")} />
      {content}
    </Layout>
  );
  return (
    <LocaleContext.Provider value={locale}>
      <SignedIn frame={(content) => frame(content)} whileUnknown={whoIsLeased}>
        {<Inside frame={frame} />}
      </SignedIn>
    </LocaleContext.Provider>
  );
};

/** Without a network, or once the sign-in has run out, whoever loaded the pack goes on scanning as long as its lease lasts. */
const whoIsLeased = async (): Promise<Me | undefined> => {
  const leased = await (await busOf())?.findLeased();
  return leased && { ...leased, mail: "", person: null, employers: [], secondStep: "done" };
};

type Frame = (content: ComponentChildren, tools: ComponentChildren, footer: ComponentChildren) => ComponentChildren;

const Inside = ({ frame }: { frame: Frame }) => {
  const words = useWords(staffWords);
  const path = usePath();
  const { me, signOut } = useSession();
  // Signed in, at first or again.
  useEffect(() => {
    void busOf().then((bus) => bus?.greet(me));
  }, [me]);
  // Whoever takes the phone next finds nothing on it but what waits to be sent.
  const wipe = () => {
    forgetDrafts();
    return busOf()
      .then((bus) => bus?.wipe())
      .catch(() => undefined);
  };
  const leave = async () => {
    await wipe();
    // Once more for what another page has loaded meanwhile, while it still could: the form to sign in says that the phone is clear.
    await signOut(wipe);
  };
  // Their own sign-ins are everybody's to see.
  const mayWorkHere = worksAtDesk(me) || path === `${home}/account`;
  return frame(
    mayWorkHere ? (pageAt(routes, path) ?? <NotFound />) : <NotStaff me={me} />,
    <button type="button" class="tool" onClick={leave}>
      {words.signOut}
    </button>,
    <p class="foot-links">
      <a href={`${home}/account`}>{words.account}</a>
    </p>,
  );
};

/** Of whoever works for the centre without working here it is said where they do. */
const NotStaff = ({ me }: { me: Me }) => {
  const words = useWords(staffWords);
  const { refresh } = useSession();
  const worksElsewhere = rolesAnywhere(me).length > 0;
  return (
    <Page title={words.noStaffTitle} narrow>
      <Empty title={worksElsewhere ? words.notHereDetail : words.noStaffDetail(me.mail)}>
        {worksElsewhere && (
          <ButtonLink kind="main" href="/console">
            {words.toConsole}
          </ButtonLink>
        )}
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
