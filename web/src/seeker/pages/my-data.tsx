import { useCallback, useEffect, useState } from "preact/hooks";
import type { MyExport } from "../../../../shared/contract/my-data.ts";
import type { Me } from "../../../../shared/contract/sign-in.ts";
import { addressWords } from "../../../../shared/copy/pages-seeker/address.ts";
import { myEnrolmentWords } from "../../../../shared/copy/pages-seeker/enrolment.ts";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { supportWords } from "../../../../shared/copy/pages-seeker/support.ts";
import { signInsWords } from "../../../../shared/copy/sign-ins.ts";
import { statisticsWords } from "../../../../shared/copy/statistics.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import type { LocalDate } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { pathIn } from "../../platform/locale.ts";
import { followLinks, goTo, hasMoved, useSearch } from "../../platform/router.ts";
import { dateWithYear } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/card.tsx";
import { lazyPage } from "../../ui/lazy-page.tsx";
import { EnrolmentConsentView, NoticeView, StatisticsConsentView } from "../../ui/my-data/consent-views.tsx";
import { KeptList } from "../../ui/my-data/kept-list.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { SignIn } from "../../ui/sign-in.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { AccessScreen } from "../data/access-screen.tsx";
import { AddressScreen } from "../data/address-screen.tsx";
import { ConsentCard, SupportConsentCard } from "../data/consent-card.tsx";
import { CopyScreen } from "../data/copy-screen.tsx";
import { CorrectScreen } from "../data/correct-screen.tsx";
import { EraseScreen } from "../data/erase-screen.tsx";
import { PartnerConsentCard } from "../data/partner-consent-card.tsx";
import { ProveAddressPage } from "../data/prove-address.tsx";
import { SignInsScreen } from "../data/sign-ins-screen.tsx";
import { SupportScreen } from "../data/support-screens.tsx";
import { forgetHere } from "../forget-here.ts";
import "../mine/mine.css";
import { type SignedIn, useAccount } from "../use-account.ts";

const StatisticsScreen = lazyPage(() => import("../data/statistics-screen.tsx").then((module) => module.StatisticsScreen));
const EnrolmentScreen = lazyPage(() => import("../data/enrolment-screen.tsx").then((module) => module.EnrolmentScreen));

/** What is kept about me, and what I decide over it: for everybody who can sign in, with a visit or without. */
export const MyDataPage = () => {
  const words = useWords(myDataWords);
  const [account, reload] = useAccount();
  const [gone, setGone] = useState<{ lockedUntil: LocalDate | null }>();
  if (gone) return <Gone {...gone} />;
  if (account.state === "in") return <MyData account={account} reload={reload} onGone={(lockedUntil) => setGone({ lockedUntil })} />;
  if (account.state === "unproven") return <ProveAddressPage onSettled={reload} />;
  return (
    <Page title={words.title} lead={account.state === "out" ? words.signInLead : undefined} narrow>
      {account.state === "asking" && <Loading blocks={3} />}
      {account.state === "failed" && <Failed problem={account.problem} onRetry={reload} />}
      {account.state === "out" && (
        <div class="card">
          <SignIn onSignedIn={reload} mayRemember />
        </div>
      )}
    </Page>
  );
};

/** Told at the top, once. */
type News = "corrected" | "withdrawn" | "readdressed" | undefined;

type Props = { account: SignedIn; reload: () => Promise<void>; onGone: (lockedUntil: LocalDate | null) => void };

/** All of it, correcting (`?details`), another address (`?address`), where I am signed in (`?sign-ins`), who saw it (`?access`), reading or printing all (`?copy`), or deleting (`?erase`). */
const MyData = ({ account, reload, onGone }: Props) => {
  const locale = useLocale();
  const search = useSearch();
  const [all, setAll] = useState<MyExport>();
  const [problem, setProblem] = useState<ClientProblem>();
  const [news, setNews] = useState<News>();
  const load = useCallback(async () => {
    const answer = await call("GET /api/me/export");
    if (answer.ok) setAll(answer.value);
    else setProblem(answer.problem);
  }, []);
  useEffect(() => {
    void load();
  }, [load]);
  useEffect(() => followLinks(location.pathname, { below: false }), []);
  const params = new URLSearchParams(search);
  const here = pathIn(locale, "/my/data");
  const { person } = account.me;
  const isElsewhere = ["details", "address", "access", "erase", "needs", "groups", "sign-ins", "copy", "enrolment", "statistics"].some(
    (screen) => params.has(screen),
  );
  useEffect(() => {
    if (isElsewhere) setNews(undefined);
  }, [isElsewhere]);
  if (params.has("details") && person)
    return (
      <CorrectScreen
        person={person}
        back={here}
        onDone={async () => {
          goTo(here, { replace: true });
          await Promise.all([reload(), load()]);
          setNews("corrected");
        }}
      />
    );
  if (params.has("address") && mayChangeAddress(account.me))
    return (
      <AddressScreen
        me={account.me}
        back={here}
        onDone={async () => {
          goTo(here, { replace: true });
          await Promise.all([reload(), load()]);
          setNews("readdressed");
        }}
        onOther={async () => {
          goTo(here, { replace: true });
          await Promise.all([reload(), load()]);
        }}
      />
    );
  if (params.has("access")) return <AccessScreen />;
  if (params.has("copy") && all) return <CopyScreen all={all} back={here} />;
  if (params.has("sign-ins")) return <SignInsScreen back={here} />;
  if (params.has("enrolment") && person) return <EnrolmentScreen back={here} onSaid={load} />;
  if (params.has("statistics") && person) return <StatisticsScreen back={here} onSaid={load} />;
  if (params.has("needs") && person) return <SupportScreen which="needs" back={here} onSaid={load} />;
  if (params.has("groups") && person) return <SupportScreen which="groups" back={here} onSaid={load} />;
  if (params.has("erase"))
    return (
      <EraseScreen
        back={here}
        onGone={async (lockedUntil) => {
          await forgetHere();
          goTo(here, { replace: true });
          onGone(lockedUntil);
        }}
      />
    );
  return (
    <Overview
      account={account}
      all={all}
      problem={problem}
      news={news}
      onRetry={load}
      onWithdrawn={async () => {
        await Promise.all([reload(), load()]);
        setNews("withdrawn");
      }}
    />
  );
};

/** By the address of an account that works for the centre or an employer it was given its rights. */
const mayChangeAddress = ({ staffRoles, visitRoles, employers }: Me): boolean =>
  staffRoles.length + visitRoles.length + employers.length === 0;

type OverviewProps = {
  account: SignedIn;
  all: MyExport | undefined;
  problem: ClientProblem | undefined;
  news: News;
  onRetry: () => void;
  onWithdrawn: () => Promise<void>;
};

const Overview = ({ account: { me }, all, problem, news, onRetry, onWithdrawn }: OverviewProps) => {
  const locale = useLocale();
  const words = useWords(myDataWords);
  const support = useWords(supportWords);
  const enrolment = useWords(myEnrolmentWords);
  const statistics = useWords(statisticsWords);
  const signIns = useWords(signInsWords);
  const address = useWords(addressWords);
  const { person } = me;
  const told = {
    corrected: { title: words.corrected, text: words.correctedText },
    withdrawn: { title: words.withdrawn, text: words.withdrawnText },
    readdressed: { title: address.changed, text: address.changedText },
  };
  const hasNeeds = all?.consents.support.some(({ to }) => to === "needs");
  return (
    <Page
      narrow
      title={words.title}
      lead={words.lead}
      back={{ href: pathIn(locale, "/my"), label: words.backToBookings }}
      focus={hasMoved() && news === undefined}
    >
      {news && (
        <Notice key={news} tone="good" title={told[news].title} focus live>
          <p>{told[news].text}</p>
        </Notice>
      )}
      <section class="card stack" aria-labelledby="about">
        <h2 id="about">{words.aboutTitle}</h2>
        {!person && <p>{words.nothingYet}</p>}
        <Facts
          rows={[
            [words.name, person?.name],
            [words.birthYear, person && words.year(person.birthYear)],
            [words.phone, person && (person.phone ? phoneText(person.phone) : words.noPhone)],
            [words.mail, me.mail],
          ]}
        />
        <div class="row actions">
          {person && <ButtonLink href="?details">{words.correct}</ButtonLink>}
          {mayChangeAddress(me) && <ButtonLink href="?address">{address.link}</ButtonLink>}
        </div>
      </section>
      {person && (
        <section class="card stack" aria-labelledby="enrolment">
          <h2 id="enrolment">{enrolment.cardTitle}</h2>
          <p>{enrolment.cardText}</p>
          <div>
            <ButtonLink href="?enrolment">{all?.consents.enrolment ? enrolment.change : enrolment.write}</ButtonLink>
          </div>
        </section>
      )}
      {person && (
        <section class="card stack" aria-labelledby="support">
          <h2 id="support">{support.title}</h2>
          <p>{support.cardText}</p>
          <div>
            <ButtonLink href="?needs">{hasNeeds ? support.changeNeeds : support.toNeeds}</ButtonLink>
          </div>
        </section>
      )}
      {person && (
        <section class="card stack" aria-labelledby="statistics">
          <h2 id="statistics">{statistics.title}</h2>
          <p>{statistics.cardText}</p>
          <div>
            <ButtonLink href="?statistics">{all?.consents.statistics ? statistics.change : statistics.open}</ButtonLink>
          </div>
        </section>
      )}
      {problem && <Failed problem={problem} onRetry={onRetry} />}
      {!all && !problem && <Loading blocks={3} />}
      {all && <Kept all={all} onWithdrawn={onWithdrawn} />}
      <section class="card stack" aria-labelledby="sign-ins">
        <h2 id="sign-ins">{signIns.title}</h2>
        <p>{words.signInsText}</p>
        <div>
          <ButtonLink href="?sign-ins">{words.signIns}</ButtonLink>
        </div>
      </section>
      <section class="card stack" aria-labelledby="erase">
        <h2 id="erase">{words.eraseTitle}</h2>
        <p>{words.eraseText}</p>
        <div>
          <ButtonLink href="?erase">{words.erase}</ButtonLink>
        </div>
      </section>
      <div>
        <ButtonLink href={pathIn(locale, "/privacy")}>{words.privacy}</ButtonLink>
      </div>
    </Page>
  );
};

const Kept = ({ all, onWithdrawn }: { all: MyExport; onWithdrawn: () => Promise<void> }) => {
  const { consent } = useWords(statisticsWords);
  const words = useWords(myDataWords);
  const { notice, employers, support, enrolment, statistics, partners } = all.consents;
  return (
    <>
      <section class="stack" aria-labelledby="consents">
        <h2 id="consents">{words.consentsTitle}</h2>
        {employers.length === 0 && <p>{words.consentsNone}</p>}
        {employers.map((consents) => (
          <ConsentCard key={consents.employerId} consents={consents} onWithdrawn={onWithdrawn} />
        ))}
        {support.map((consent) => (
          <SupportConsentCard key={`${consent.to} ${consent.at} ${consent.startsAt}`} consent={consent} />
        ))}
        {enrolment && (
          <EnrolmentConsentView consent={enrolment}>
            <div>
              <ButtonLink href="?enrolment" aria-label={`${words.enrolment}: ${words.supportChange}`}>
                {words.supportChange}
              </ButtonLink>
            </div>
          </EnrolmentConsentView>
        )}
        {statistics && (
          <StatisticsConsentView consent={statistics}>
            <div>
              <ButtonLink href="?statistics" aria-label={`${consent}: ${words.supportChange}`}>
                {words.supportChange}
              </ButtonLink>
            </div>
          </StatisticsConsentView>
        )}
        {partners.map((consent) => (
          <PartnerConsentCard key={consent.linkId} consent={consent} onWithdrawn={onWithdrawn} />
        ))}
        {notice && <NoticeView notice={notice} />}
      </section>
      <KeptList all={all} />
      <section class="card stack" aria-labelledby="access">
        <h2 id="access">{words.accessTitle}</h2>
        <p>{words.accessText}</p>
        <div>
          <ButtonLink href="?access">{words.access}</ButtonLink>
        </div>
      </section>
      <section class="card stack" aria-labelledby="file">
        <h2 id="file">{words.fileTitle}</h2>
        <p>{words.fileText}</p>
        <div class="row actions">
          <ButtonLink href="?copy">{words.toCopy}</ButtonLink>
          <ButtonLink href="/api/me/export" download>
            {words.file}
          </ButtonLink>
        </div>
      </section>
    </>
  );
};

const Gone = ({ lockedUntil }: { lockedUntil: LocalDate | null }) => {
  const locale = useLocale();
  const words = useWords(myDataWords);
  return (
    <Page narrow focus title={words.gone} lead={words.goneText}>
      <div class="card stack">
        {lockedUntil && <p>{words.goneLocked(dateWithYear(lockedUntil, locale))}</p>}
        <ButtonLink kind="main" wide href={pathIn(locale, "/")}>
          {words.toVisits}
        </ButtonLink>
      </div>
    </Page>
  );
};
