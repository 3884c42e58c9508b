import { signInPageWords } from "../../../../shared/copy/pages-seeker/sign-in.ts";
import { pathIn } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Page } from "../../ui/page.tsx";
import { SignIn } from "../../ui/sign-in.tsx";
import { nextPath } from "../next-path.ts";
import { signedInHint } from "../signed-in-hint.ts";

export const SignInPage = () => {
  const words = useWords(signInPageWords);
  const mine = pathIn(useLocale(), "/my");
  const leave = () => {
    signedInHint.write(true);
    location.assign(nextPath(location.search, mine));
  };
  return (
    <Page title={words.title} narrow>
      <div class="card">
        <SignIn mayRemember onSignedIn={leave} />
      </div>
    </Page>
  );
};
