import { useCallback, useEffect, useState } from "preact/hooks";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import { visitWords } from "../../../../shared/copy/pages-seeker/visit.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
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
  const ask = useCallback(() => call("GET /api/public/visits/{visitId}", { params: { visitId } }), [visitId]);
  const [loaded, reload] = useLoaded(ask);
  useFresh(reload, freshEverySeconds);
  useEffect(() => followLinks(location.pathname), []);
  const search = useSearch();
  const words = useWords(visitWords);

  if (loaded.state === "loading") return <LoadingVisit />;
  if (loaded.state === "failed")
    return loaded.problem.status === 404 || loaded.problem.code === "invalid-fields" ? (
      <NoVisit />
    ) : (
      <Page title={words.title}>
        <Failed problem={loaded.problem} onRetry={reload} />
      </Page>
    );
  const detail = loaded.value;
  const wanted = wantedIn(search, detail);
  if (wanted?.kind === "interview" && !wanted.found) return <NoSlot visitId={visitId} />;
  if (!wanted) return <Overview detail={detail} />;
  return <Flow key={search} detail={detail} wanted={wanted.kind === "interview" ? wanted.found : undefined} onSeatsChange={reload} />;
};

type DetailProps = { detail: Parameters<typeof VisitOverview>[0]["detail"] };

/** Asks who is signed in only where somebody has been: most readers are not, and need not wait for a refusal. */
const Overview = ({ detail }: DetailProps) => {
  const [someone] = useState(() => signedInHint.read() === true);
  return someone ? <OwnOverview detail={detail} /> : <VisitOverview detail={detail} registration={undefined} focus={hasMoved()} />;
};

const registrationOf = (account: Account, visitId: VisitId) =>
  account.state === "in" ? account.registrations.find(({ visit }) => visit.visitId === visitId) : undefined;

const OwnOverview = ({ detail }: DetailProps) => {
  const [account] = useAccount();
  return <VisitOverview detail={detail} registration={registrationOf(account, detail.visit.visitId)} focus={hasMoved()} />;
};

type FlowProps = DetailProps & Pick<Parameters<typeof BookingFlow>[0], "wanted" | "onSeatsChange">;

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
