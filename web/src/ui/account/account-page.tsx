import "../second-step/second-step.css";
import { accountWords } from "../../../../shared/copy/account.ts";
import { signInsWords } from "../../../../shared/copy/sign-ins.ts";
import { hasMoved } from "../../platform/router.ts";
import { useSession } from "../../platform/session.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Page } from "../page.tsx";
import { FactorList } from "./factor-list.tsx";
import { SignInList } from "./sign-in-list.tsx";

/** Where somebody is signed in, and how they prove that it is them. */
export const AccountPage = ({ home }: { home: string }) => {
  const words = useWords(accountWords);
  const listWords = useWords(signInsWords);
  const { me } = useSession();
  return (
    <Page title={words.title} lead={words.lead(me.mail)} back={{ href: home, label: words.back }} narrow focus={hasMoved()}>
      <section class="stack" aria-labelledby="sign-ins">
        <h2 id="sign-ins">{listWords.title}</h2>
        <p class="soft">{words.signInsLead}</p>
        <SignInList halfWay={words.halfWay} />
      </section>
      {me.secondStep !== "none" && <FactorList />}
    </Page>
  );
};
