import { useEffect, useState } from "preact/hooks";
import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { type LocalDate, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, signOut } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { pathIn } from "../../platform/locale.ts";
import { followLinks, hasMoved, useSearch } from "../../platform/router.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { lazyPart } from "../../ui/lazy-page.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { SignIn } from "../../ui/sign-in.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { ProveAddressPage } from "../data/prove-address.tsx";
import { forgetHere } from "../forget-here.ts";
import { DetailsScreen } from "../mine/details-screen.tsx";
import { GiveUpScreen, mayGiveUp } from "../mine/give-up-screen.tsx";
import { inMyOrder } from "../mine/in-my-order.ts";
import { MoveScreen } from "../mine/move-screen.tsx";
import { MyVisit, type Said } from "../mine/my-visit.tsx";
import { WithdrawnVisit } from "../mine/withdrawn-visit.tsx";
import "../mine/mine.css";
import { type SignedIn, useAccount } from "../use-account.ts";
import "../visit/visit.css";
import { isOver } from "../visits/booking-state.ts";

const Proposals = lazyPart(() => import("../mine/proposals.tsx").then((module) => module.Proposals));

const MyCertificates = lazyPart(() => import("../mine/my-certificates.tsx").then((module) => module.MyCertificates));

/** A seat may be offered while somebody looks at the page. */
const freshEverySeconds = 60;

export const MinePage = () => {
  const words = useWords(mineWords);
  const [account, reload] = useAccount();
  if (account.state === "in") return <Mine account={account} reload={reload} />;
  if (account.state === "unproven") return <ProveAddressPage onSettled={reload} />;
  return (
    <Page title={words.title} lead={account.state === "out" ? words.signInLead : undefined} narrow>
      {account.state === "asking" && <Loading blocks={2} />}
      {account.state === "failed" && <Failed problem={account.problem} onRetry={reload} />}
      {account.state === "out" && (
        <div class="card">
          <SignIn mayRemember onSignedIn={reload} />
        </div>
      )}
    </Page>
  );
};

/** Told at the top: what was done, or why it could not be. */
type News = { said: Said } | { problem: ClientProblem } | undefined;

/**
 * My visits (`?visit=<the one to see first>`), another time for a booking (`?move=<booking>`), my details (`?details`), or not coming (`?withdraw=<visit>`).
 */
const Mine = ({ account, reload }: { account: SignedIn; reload: () => Promise<void> }) => {
  const search = useSearch();
  const [news, setNews] = useState<News>();
  useFresh(reload, freshEverySeconds);
  useEffect(() => followLinks(location.pathname, { below: false }), []);
  const { me, registrations } = account;
  const params = new URLSearchParams(search);
  const changed = async (said?: Said) => {
    await reload();
    setNews(said && { said });
  };
  const moving = params.get("move");
  const isElsewhere = moving !== null || ["details", "withdraw"].some((screen) => params.has(screen));
  // What was done is told once.
  useEffect(() => {
    if (isElsewhere) setNews(undefined);
  }, [isElsewhere]);
  if (moving !== null) {
    for (const registration of registrations) {
      const mine = registration.bookings.find(({ booking }) => booking.bookingId === moving);
      if (mine) return <MoveScreen key={moving} registration={registration} mine={mine} to={params.get("to")} onChange={changed} />;
    }
  }
  const leaving = registrations.find(({ visit }) => visit.visitId === params.get("withdraw"));
  if (leaving && mayGiveUp(leaving, instantNow())) return <GiveUpScreen registration={leaving} onChange={changed} />;
  const open = correctable(registrations);
  if (params.has("details") && open) return <DetailsScreen me={me} registration={open} onChange={changed} />;
  return (
    <MyVisits
      account={account}
      first={params.get("visit")}
      news={news}
      onChange={changed}
      onGone={async (problem) => {
        await reload();
        setNews({ problem });
      }}
    />
  );
};

/** The registration through which details can be corrected: the API takes them for a visit that is open and to come. */
const correctable = (registrations: readonly MyRegistration[]): MyRegistration | undefined =>
  registrations.find(({ visit }) => visit.state === "open" && !isOver(visit, instantNow()));

type MyVisitsProps = Pick<Parameters<typeof MyVisit>[0], "onChange" | "onGone"> & { account: SignedIn; first: string | null; news: News };

const MyVisits = ({ account: { me, registrations, withdrawn }, first, news, onChange, onGone }: MyVisitsProps) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const today: LocalDate = seoulDateOf(instantNow());
  const { coming, past } = inMyOrder([...registrations, ...withdrawn], { today, first });
  const visits = (list: readonly MyRegistration[]) =>
    list.map((registration) =>
      registration.withdrawnAt ? (
        <WithdrawnVisit key={registration.registrationId} registration={registration} today={today} />
      ) : (
        <MyVisit
          key={registration.registrationId}
          registration={registration}
          all={registrations}
          today={today}
          onChange={onChange}
          onGone={onGone}
        />
      ),
    );
  return (
    <Page title={words.title} narrow focus={hasMoved() && news === undefined}>
      {news && "said" in news && (
        <Notice key={news.said} tone="good" title={words.said[news.said].title} focus live>
          <p>{words.said[news.said].text}</p>
        </Notice>
      )}
      {news && "problem" in news && (
        <Notice tone="warn" title={news.problem.title} focus live>
          <p>{news.problem.detail}</p>
        </Notice>
      )}
      {coming.length === 0 && (
        <Empty title={words.none}>
          <p>{words.noneHint}</p>
          <ButtonLink kind="main" href={pathIn(locale, "/")}>
            {words.toVisits}
          </ButtonLink>
        </Empty>
      )}
      {visits(coming)}
      {me.person && <Proposals />}
      {me.person && <MyCertificates />}
      {past.length > 0 && (
        <section class="stack" aria-labelledby="past">
          <h2 id="past">{words.past}</h2>
          {visits(past)}
        </section>
      )}
      <div class="account">
        <p class="soft">{words.signedInAs(me.mail)}</p>
        <div class="row">
          {correctable(registrations) && (
            <ButtonLink kind="quiet" href="?details">
              {words.details}
            </ButtonLink>
          )}
          <ButtonLink kind="quiet" href={pathIn(locale, "/my/data")}>
            {words.myData}
          </ButtonLink>
          <SignOut />
        </div>
      </div>
    </Page>
  );
};

/** Leaves nothing behind on this device, except the choice of large text, whether the server can be told now or not. */
const SignOut = () => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    await signOut();
    await forgetHere();
    location.assign(pathIn(locale, "/"));
  };
  return (
    <Button kind="quiet" busy={busy} onClick={leave}>
      <Icon name="signOut" />
      {words.signOut}
    </Button>
  );
};
