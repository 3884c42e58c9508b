import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { signInsWords } from "../../../../shared/copy/sign-ins.ts";
import { useWords } from "../../platform/use-locale.ts";
import { SignInList } from "../../ui/account/sign-in-list.tsx";
import { Page } from "../../ui/page.tsx";

/** Where I am signed in, to be ended one by one, or all but this. */
export const SignInsScreen = ({ back }: { back: string }) => {
  const words = useWords(myDataWords);
  const { title } = useWords(signInsWords);
  return (
    <Page narrow focus title={title} lead={words.signInsLead} back={{ href: back, label: words.back }}>
      <SignInList />
    </Page>
  );
};
