import type { ComponentChildren } from "preact";
import { type Route, route } from "../platform/router.ts";
import { lazyPage } from "../ui/lazy-page.tsx";
import { ApplicantsPage } from "./employer/applicants-page.tsx";
import { ChangeFirmPage, FirmPage, RegisterPage } from "./employer/firm-pages.tsx";
import { InvitationPage } from "./employer/invitation-page.tsx";
import { EmployerMembersPage } from "./employer/members-page.tsx";
import { SlotRequestsPage } from "./employer/requests-page.tsx";
import { ResultsPage } from "./employer/results-page.tsx";
import { SlotRequestPage } from "./employer/slot-request-page.tsx";
import { AccessLogPage } from "./manager/access/access-log-page.tsx";
import { DestroyedPage } from "./manager/access/destroyed-page.tsx";
import { MonthPage } from "./manager/access/month-page.tsx";
import { ApprovalsPage } from "./manager/approvals-page.tsx";
import { CentreTimesPage } from "./manager/centre-times-page.tsx";
import { IncidentPage } from "./manager/incidents/incident-page.tsx";
import { IncidentsPage } from "./manager/incidents/incidents-page.tsx";
import { MembersPage } from "./manager/members-page.tsx";
import { PastVisitsPage } from "./manager/past-visits-page.tsx";
import { ChangePlacePage, NewPlacePage, PlacesPage } from "./manager/place-pages.tsx";
import { DeskChangePage } from "./manager/plan/desk-change-page.tsx";
import { NewPlanPage } from "./manager/plan/new-plan-page.tsx";
import { PlanPage } from "./manager/plan/plan-page.tsx";
import { ChangeVisitPage, PlanVisitPage } from "./manager/visit-form-pages.tsx";
import { VisitListPage } from "./manager/visit-list-page.tsx";
import { VisitPage } from "./manager/visit-page.tsx";
import { consoleHome } from "./paths.ts";

type Page = ComponentChildren;

const PostingsPage = lazyPage(() => import("./employer/posting-pages.tsx").then((module) => module.PostingsPage));
const NewPostingPage = lazyPage(() => import("./employer/posting-pages.tsx").then((module) => module.NewPostingPage));
const ChangePostingPage = lazyPage(() => import("./employer/posting-pages.tsx").then((module) => module.ChangePostingPage));
const ReferredPage = lazyPage(() => import("./employer/referred-page.tsx").then((module) => module.ReferredPage));
const ReportsPage = lazyPage(() => import("./manager/reports/reports-page.tsx").then((module) => module.ReportsPage));
const WhereNextPage = lazyPage(() => import("./manager/reports/where-next-page.tsx").then((module) => module.WhereNextPage));
const VisitReportPage = lazyPage(() => import("./manager/reports/visit-report-page.tsx").then((module) => module.VisitReportPage));
const LeadsPage = lazyPage(() => import("./outreach/leads-page.tsx").then((module) => module.LeadsPage));
const NewLeadPage = lazyPage(() => import("./outreach/lead-form-pages.tsx").then((module) => module.NewLeadPage));
const LeadPage = lazyPage(() => import("./outreach/lead-page.tsx").then((module) => module.LeadPage));
const ChangeLeadPage = lazyPage(() => import("./outreach/lead-form-pages.tsx").then((module) => module.ChangeLeadPage));
const AgreementPage = lazyPage(() => import("./outreach/agreement-page.tsx").then((module) => module.AgreementPage));
const ImportPage = lazyPage(() => import("./outreach/import-page.tsx").then((module) => module.ImportPage));
const JobListsPage = lazyPage(() => import("./outreach/job-lists-page.tsx").then((module) => module.JobListsPage));
const SourcesPage = lazyPage(() => import("./outreach/sources-page.tsx").then((module) => module.SourcesPage));
const FunnelPage = lazyPage(() => import("./outreach/funnel-page.tsx").then((module) => module.FunnelPage));
const ConcernsPage = lazyPage(() => import("./talks/concerns-page.tsx").then((module) => module.ConcernsPage));
const LeadTalkPage = lazyPage(() => import("./talks/new-talk-page.tsx").then((module) => module.LeadTalkPage));
const NewTalkPage = lazyPage(() => import("./talks/new-talk-page.tsx").then((module) => module.NewTalkPage));
const ConcernCountsPage = lazyPage(() => import("./talks/counts-page.tsx").then((module) => module.ConcernCountsPage));
const TalkPage = lazyPage(() => import("./talks/talk-page.tsx").then((module) => module.TalkPage));
const CorrectTalkPage = lazyPage(() => import("./talks/correct-talk-page.tsx").then((module) => module.CorrectTalkPage));
const InquiriesPage = lazyPage(() => import("./inquiries/inquiries-page.tsx").then((module) => module.InquiriesPage));
const OwnTalksPage = lazyPage(() => import("./talks/own-talks-page.tsx").then((module) => module.OwnTalksPage));
const OwnTalkPage = lazyPage(() => import("./talks/own-talk-page.tsx").then((module) => module.OwnTalkPage));
const ConnectionsPage = lazyPage(() => import("./manager/connections/connections-page.tsx").then((module) => module.ConnectionsPage));
const ConnectionPage = lazyPage(() => import("./manager/connections/connection-page.tsx").then((module) => module.ConnectionPage));
const PartnersPage = lazyPage(() => import("./manager/partners/partners-page.tsx").then((module) => module.PartnersPage));
const AccountPage = lazyPage(() => import("../ui/account/account-page.tsx").then((module) => module.AccountPage));

const SeasonPage = lazyPage(() => import("./manager/season/season-page.tsx").then((module) => module.SeasonPage));
const TeamPage = lazyPage(() => import("./manager/team/team-pages.tsx").then((module) => module.TeamPage));
const RunSheetPage = lazyPage(() => import("./manager/team/team-pages.tsx").then((module) => module.RunSheetPage));
const PosterPage = lazyPage(() => import("./manager/team/team-pages.tsx").then((module) => module.PosterPage));

export const openRoutes: readonly Route<Page>[] = [
  route("/console/register", () => <RegisterPage />),
  route("/console/invitations/:employerId/:invitationId", (at) => <InvitationPage key={at.invitationId} {...at} />),
  route("/console/account", () => <AccountPage home={consoleHome} />),
];

/** For members of the firm in the path. */
export const employerRoutes: readonly Route<{ employerId: string; page: Page }>[] = [
  route("/console/employers/:employerId", ({ employerId }) => ({
    employerId,
    page: <FirmPage key={employerId} employerId={employerId} />,
  })),
  route("/console/employers/:employerId/members", ({ employerId }) => ({
    employerId,
    page: <EmployerMembersPage key={employerId} employerId={employerId} />,
  })),
  route("/console/employers/:employerId/change", ({ employerId }) => ({ employerId, page: <ChangeFirmPage employerId={employerId} /> })),
  route("/console/employers/:employerId/postings", ({ employerId }) => ({ employerId, page: <PostingsPage employerId={employerId} /> })),
  route("/console/employers/:employerId/postings/new", ({ employerId }) => ({
    employerId,
    page: <NewPostingPage employerId={employerId} />,
  })),
  route("/console/employers/:employerId/postings/:postingId", ({ employerId, postingId }) => ({
    employerId,
    page: <ChangePostingPage key={postingId} employerId={employerId} postingId={postingId} />,
  })),
  route("/console/employers/:employerId/slot-requests", ({ employerId }) => ({
    employerId,
    page: <SlotRequestsPage employerId={employerId} />,
  })),
  route("/console/employers/:employerId/slot-requests/new", ({ employerId }) => ({
    employerId,
    page: <SlotRequestPage key="new" employerId={employerId} />,
  })),
  route("/console/employers/:employerId/slot-requests/:slotRequestId", ({ employerId, slotRequestId }) => ({
    employerId,
    page: <SlotRequestPage key={slotRequestId} employerId={employerId} slotRequestId={slotRequestId} />,
  })),
  route("/console/employers/:employerId/slot-requests/applicants/:visitId", ({ employerId, visitId }) => ({
    employerId,
    page: <ApplicantsPage key={visitId} employerId={employerId} visitId={visitId} />,
  })),
  route("/console/employers/:employerId/slot-requests/interviews/:visitId", ({ employerId, visitId }) => ({
    employerId,
    page: <ResultsPage key={visitId} employerId={employerId} visitId={visitId} />,
  })),
  route("/console/employers/:employerId/slot-requests/referred/:visitId", ({ employerId, visitId }) => ({
    employerId,
    page: <ReferredPage key={visitId} employerId={employerId} visitId={visitId} />,
  })),
  route("/console/employers/:employerId/talks", ({ employerId }) => ({
    employerId,
    page: <OwnTalksPage key={employerId} employerId={employerId} />,
  })),
  route("/console/employers/:employerId/talks/new", ({ employerId }) => ({
    employerId,
    page: <OwnTalkPage key={employerId} employerId={employerId} />,
  })),
];

/** For the outreach team and managers. */
export const leadRoutes: readonly Route<Page>[] = [
  route("/console/leads", () => <LeadsPage />),
  route("/console/leads/new", () => <NewLeadPage />),
  route("/console/leads/import", () => <ImportPage />),
  route("/console/leads/postings", () => <JobListsPage />),
  route("/console/leads/sources", () => <SourcesPage />),
  route("/console/leads/funnel", () => <FunnelPage />),
  route("/console/leads/:leadId", ({ leadId }) => <LeadPage key={leadId} leadId={leadId} />),
  route("/console/leads/:leadId/change", ({ leadId }) => <ChangeLeadPage key={leadId} leadId={leadId} />),
  route("/console/talks", () => <ConcernsPage />),
  route("/console/talks/new", () => <NewTalkPage />),
  route("/console/talks/counts", () => <ConcernCountsPage />),
  route("/console/talks/:talkId", ({ talkId }) => <TalkPage key={talkId} talkId={talkId} />),
  route("/console/inquiries", () => <InquiriesPage />),
  route("/console/talks/:talkId/correction", ({ talkId }) => <CorrectTalkPage key={talkId} talkId={talkId} />),
  route("/console/leads/:leadId/talk", ({ leadId }) => <LeadTalkPage key={leadId} leadId={leadId} />),
  route("/console/leads/:leadId/agreement", ({ leadId }) => <AgreementPage key={leadId} leadId={leadId} />),
];

export const managerRoutes: readonly Route<Page>[] = [
  route("/console/visits", () => <VisitListPage />),
  route("/console/visits/new", () => <PlanVisitPage />),
  route("/console/visits/past", () => <PastVisitsPage />),
  route("/console/visits/season", () => <SeasonPage />),
  route("/console/visits/:visitId/team", ({ visitId }) => <TeamPage key={visitId} visitId={visitId} />),
  route("/console/visits/:visitId/run-sheet", ({ visitId }) => <RunSheetPage key={visitId} visitId={visitId} />),
  route("/console/visits/:visitId/poster", ({ visitId }) => <PosterPage key={visitId} visitId={visitId} />),
  route("/console/visits/:visitId", ({ visitId }) => <VisitPage key={visitId} visitId={visitId} />),
  route("/console/visits/:visitId/change", ({ visitId }) => <ChangeVisitPage key={visitId} visitId={visitId} />),
  route("/console/visits/:visitId/centre-times/new", ({ visitId }) => <CentreTimesPage key={visitId} visitId={visitId} />),
  route("/console/visits/:visitId/desks/:deskId", ({ visitId, deskId }) => (
    <DeskChangePage key={visitId + deskId} visitId={visitId} deskId={deskId} />
  )),
  route("/console/visits/:visitId/plans/new", ({ visitId }) => <NewPlanPage key={visitId} visitId={visitId} />),
  route("/console/visits/:visitId/plans/:planId", ({ visitId, planId }) => <PlanPage key={planId} visitId={visitId} planId={planId} />),
  route("/console/approvals", () => <ApprovalsPage />),
  route("/console/places", () => <PlacesPage />),
  route("/console/places/new", () => <NewPlacePage />),
  route("/console/places/:placeId", ({ placeId }) => <ChangePlacePage key={placeId} placeId={placeId} />),
  route("/console/reports", () => <ReportsPage />),
  route("/console/reports/visits/:visitId", (at) => <VisitReportPage key={at.visitId} {...at} />),
  route("/console/reports/where-next", () => <WhereNextPage />),
  route("/console/members", () => <MembersPage />),
  route("/console/access-log", () => <AccessLogPage />),
  route("/console/access-log/destroyed", () => <DestroyedPage />),
  route("/console/incidents", () => <IncidentsPage />),
  route("/console/incidents/:incidentId", ({ incidentId }) => <IncidentPage key={incidentId} incidentId={incidentId} />),
  route("/console/partners", () => <PartnersPage />),
  route("/console/connections", () => <ConnectionsPage />),
  route("/console/connections/:webhookId", ({ webhookId }) => <ConnectionPage key={webhookId} webhookId={webhookId} />),
  route("/console/access-log/months/:month", ({ month }) => <MonthPage key={month} month={month} />),
];
