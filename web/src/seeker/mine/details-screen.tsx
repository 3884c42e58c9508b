import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import type { Me } from "../../../../shared/contract/sign-in.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { pathIn } from "../../platform/locale.ts";
import { goTo } from "../../platform/router.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Page } from "../../ui/page.tsx";
import { RegisterForm } from "../booking/register-form.tsx";
import type { OnChange } from "./my-visit.tsx";

type Props = { me: Me; registration: MyRegistration; onChange: OnChange };

/** Name, year of birth, telephone and language, corrected: for every visit of the person, whichever registration carries it. */
export const DetailsScreen = ({ me, registration, onChange }: Props) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const list = pathIn(locale, "/my");
  return (
    <Page narrow focus title={words.detailsTitle} lead={words.detailsLead} back={{ href: list, label: words.backTo }}>
      <div class="card">
        <RegisterForm
          visitId={registration.visit.visitId}
          person={me.person}
          beforeBooking={false}
          send={words.detailsSave}
          onRegistered={async () => {
            goTo(list, { replace: true });
            await onChange("corrected");
          }}
          onRefused={async () => false}
        />
      </div>
    </Page>
  );
};
