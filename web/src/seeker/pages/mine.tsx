import { useState } from "preact/hooks";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { type LocalDate, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { pathIn } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { SignIn } from "../../ui/sign-in.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import "../mine/mine.css";
import { instantNow } from "../../platform/clock.ts";
import { MyVisit } from "../mine/my-visit.tsx";
import { signedInHint } from "../signed-in-hint.ts";
import { keptTicket } from "../ticket/kept-ticket.ts";
import { forgetTicketPage } from "../ticket/offline-page.ts";
import { type SignedIn, useAccount } from "../use-account.ts";

export const MinePage = () => {
  const words = useWords(mineWords);
  const [account, reload] = useAccount();
  return (
    <Page title={words.title} lead={account.state === "out" ? words.signInLead : undefined} narrow>
      {account.state === "asking" && <Loading blocks={2} />}
      {account.state === "failed" && <Failed problem={account.problem} onRetry={reload} />}
      {account.state === "out" && (
        <div class="card">
          <SignIn onSignedIn={reload} />
        </div>
      )}
      {account.state === "in" && <MyVisits account={account} onChange={reload} />}
    </Page>
  );
};

const MyVisits = ({ account: { me, registrations }, onChange }: { account: SignedIn; onChange: () => Promise<void> }) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const [cancelled, setCancelled] = useState(false);
  const today: LocalDate = seoulDateOf(instantNow());
  const coming = registrations.filter(({ visit }) => visit.date >= today);
  const past = registrations.filter(({ visit }) => visit.date < today);
  const afterCancelling = async () => {
    await onChange();
    setCancelled(true);
  };
  const visits = (list: typeof coming) =>
    list.map((registration) => (
      <MyVisit
        key={registration.registrationId}
        registration={registration}
        today={today}
        onCancelled={afterCancelling}
        onConfirmed={onChange}
      />
    ));
  return (
    <>
      {cancelled && (
        <Notice tone="good" title={words.cancelDone} focus live>
          <p>{words.cancelDoneText}</p>
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
      {past.length > 0 && (
        <section class="stack" aria-labelledby="past">
          <h2 id="past">{words.past}</h2>
          {visits(past)}
        </section>
      )}
      <div class="row account">
        <span class="soft">{words.signedInAs(me.mail)}</span>
        <SignOut />
      </div>
    </>
  );
};

/** Leaves nothing behind on this device, except the choice of large text. */
const SignOut = () => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const [busy, setBusy] = useState(false);
  const signOut = async () => {
    setBusy(true);
    const answer = await call("DELETE /api/sign-in/session");
    setBusy(false);
    if (!answer.ok) return;
    signedInHint.clear();
    keptTicket.clear();
    await forgetTicketPage();
    sessionStorage.clear();
    location.assign(pathIn(locale, "/"));
  };
  return (
    <Button kind="quiet" busy={busy} onClick={signOut}>
      <Icon name="signOut" />
      {words.signOut}
    </Button>
  );
};
