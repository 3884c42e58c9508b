import type { Me } from "../../../../shared/contract/sign-in.ts";
import { secondStepWords } from "../../../../shared/copy/second-step.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../button.tsx";
import { Page } from "../page.tsx";
import { SecondStep } from "./second-step.tsx";

type Props = { me: Me; onDone: (me: Me) => void; onSignOut: () => void };

/** Between the mailed code and the pages of staff and employers. */
export const SecondStepPage = ({ me, onDone, onSignOut }: Props) => {
  const words = useWords(secondStepWords);
  const isFirst = me.secondStep === "enrol";
  return (
    <Page title={isFirst ? words.enrolTitle : words.proveTitle} lead={isFirst ? words.enrolLead : words.proveLead} narrow focus>
      <SecondStep onDone={onDone} />
      <div class="row">
        <Button kind="quiet" onClick={onSignOut}>
          {words.signOut}
        </Button>
      </div>
    </Page>
  );
};
