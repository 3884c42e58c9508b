import { useCallback, useEffect, useState } from "preact/hooks";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import { visitWords } from "../../../../shared/copy/pages-seeker/visit.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { timetableSlots } from "../../../../shared/domain/timetable.ts";
import { call } from "../../platform/api.ts";
import { pathIn } from "../../platform/locale.ts";
import { followLinks, hasMoved, useSearch } from "../../platform/router.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { BookingFlow } from "../booking/booking-flow.tsx";
import { wantedIn } from "../booking/wanted.ts";
import { signedInHint } from "../signed-in-hint.ts";
import { visitIdIn } from "../site.ts";
import { type Account, useAccount } from "../use-account.ts";
import { VisitOverview } from "../visit/visit-overview.tsx";
import "../visit/visit.css";

/** Seat counts are as old as the edge's copy (5 s); people look longer than that. */
const freshEverySeconds = 20;

/** One file for all visits: which one, the address says, so nothing is known before the script runs. */
export const VisitPage = () => {
  const [visitId, setVisitId] = useState<VisitId | "unknown">();
  useEffect(() => setVisitId((visitIdIn(location.pathname) as VisitId | undefined) ?? "unknown"), []);
  if (visitId === undefined) return <LoadingVisit />;
  return visitId === "unknown" ? <NoVisit /> : <Visit visitId={visitId} />;
};

const Visit = ({ visitId }: { visitId: VisitId }) => {
  const askVisit = useCallback(() => call("GET /api/public/visits/{visitId}", { params: { visitId } }), [visitId]);
  const askTimes = useCallback(() => call("GET /api/public/visits/{visitId}/slots", { params: { visitId } }), [visitId]);
  const [visit, reloadVisit] = useLoaded(askVisit);
  const [times, reloadTimes] = useLoaded(askTimes);
  // The words of a visit hardly change while somebody reads them; its seats change by the second.
  useFresh(reloadTimes, freshEverySeconds);
  useEffect(() => followLinks(location.pathname), []);
  const search = useSearch();
  const words = useWords(visitWords);
  const reload = async () => {
    await Promise.all([reloadVisit(), reloadTimes()]);
  };

  const failed = [visit, times].find((asked) => asked.state === "failed");
  if (failed)
    return failed.problem.status === 404 || failed.problem.code === "invalid-fields" ? (
      <NoVisit />
    ) : (
      <Page title={words.title}>
        <Failed problem={failed.problem} onRetry={reload} />
      </Page>
    );
  if (visit.state !== "loaded" || times.state !== "loaded") return <LoadingVisit />;
  const detail = visit.value;
  const slots = timetableSlots(times.value.date, times.value.timetables);
  const wanted = wantedIn(search, { employers: detail.employers, slots });
  if (!wanted) return <Overview detail={detail} slots={slots} />;
  if (wanted.does === "miss") return <NoSlot visitId={visitId} />;
  return <Flow key={search} detail={detail} slots={slots} wanted={wanted} onTimesChange={reload} />;
};

type VisitProps = Pick<Parameters<typeof VisitOverview>[0], "detail" | "slots">;

/** Asks who is signed in only where somebody has been: most readers are not, and need not wait for a refusal. */
const Overview = (visit: VisitProps) => {
  const [someone] = useState(() => signedInHint.read() === true);
  return someone ? <OwnOverview {...visit} /> : <VisitOverview {...visit} registration={undefined} focus={hasMoved()} />;
};

const registrationOf = (account: Account, visitId: VisitId) =>
  account.state === "in" ? account.registrations.find(({ visit }) => visit.visitId === visitId) : undefined;

const OwnOverview = (visit: VisitProps) => {
  const [account] = useAccount();
  return <VisitOverview {...visit} registration={registrationOf(account, visit.detail.visit.visitId)} focus={hasMoved()} />;
};

type FlowProps = VisitProps & Pick<Parameters<typeof BookingFlow>[0], "wanted" | "onTimesChange">;

const Flow = (props: FlowProps) => {
  const [account, reload] = useAccount();
  return <BookingFlow {...props} account={account} onAccountChange={reload} />;
};

const LoadingVisit = () => (
  <Page title={useWords(visitWords).title}>
    <Loading blocks={3} />
  </Page>
);

const NoVisit = () => {
  const words = useWords(visitWords);
  return (
    <Page title={words.notFound} lead={words.notFoundHint} narrow>
      <div>
        <ButtonLink kind="main" href={pathIn(useLocale(), "/")}>
          {words.toVisits}
        </ButtonLink>
      </div>
    </Page>
  );
};

const NoSlot = ({ visitId }: { visitId: VisitId }) => {
  const words = useWords(bookingWords);
  return (
    <Page title={words.gone} lead={words.goneHint} narrow focus>
      <div>
        <ButtonLink kind="main" href={pathIn(useLocale(), `/visits/${visitId}`)}>
          {words.toVisit}
        </ButtonLink>
      </div>
    </Page>
  );
};
