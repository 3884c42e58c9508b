import { useEffect, useState } from "preact/hooks";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { pathIn } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { SignIn } from "../../ui/sign-in.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { ProveAddress } from "../data/prove-address.tsx";
import { signedInHint } from "../signed-in-hint.ts";
import "../ticket/ticket.css";
import { TicketView } from "../ticket/ticket-view.tsx";
import { useTicket } from "../ticket/use-ticket.ts";

export const TicketPage = () => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const [visitId, setVisitId] = useState<string>();
  useEffect(() => setVisitId(new URLSearchParams(location.search).get("visit") ?? ""), []);
  return (
    <Page title={words.ticketTitle} lead={words.ticketLead} narrow back={{ href: pathIn(locale, "/my"), label: words.title }}>
      {visitId === undefined ? <Loading blocks={1} /> : <Ticket visitId={visitId} />}
    </Page>
  );
};

const Ticket = ({ visitId }: { visitId: string }) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const [round, setRound] = useState(0);
  const ticket = useTicket(visitId, round);
  const again = () => setRound(round + 1);
  switch (ticket.state) {
    case "loading":
      return <Loading blocks={1} />;
    case "not-ready":
      return <Loading blocks={1} label={words.notReady} />;
    case "failed":
      return <Failed problem={ticket.problem} onRetry={again} />;
    case "out":
      return (
        <div class="card">
          <SignIn
            onSignedIn={() => {
              signedInHint.write(true);
              again();
            }}
          />
        </div>
      );
    case "unproven":
      return <ProveAddress onSettled={async () => again()} />;
    case "none":
    case "withdrawn":
      return (
        <Empty title={ticket.state === "none" ? words.noTicket : words.gaveUpTicket}>
          <p>{ticket.state === "none" ? words.noTicketHint : words.gaveUpTicketHint}</p>
          <ButtonLink kind="main" href={pathIn(locale, "/my")}>
            {words.title}
          </ButtonLink>
        </Empty>
      );
    case "shown":
      return <TicketView ticket={ticket.ticket} offline={ticket.offline} onRenewed={again} />;
  }
};
