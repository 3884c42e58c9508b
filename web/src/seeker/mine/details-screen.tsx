import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import type { Me } from "../../../../shared/contract/sign-in.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { call } from "../../platform/api.ts";
import { pathIn } from "../../platform/locale.ts";
import { goTo } from "../../platform/router.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Page } from "../../ui/page.tsx";
import { useForm } from "../../ui/use-form.ts";
import { PersonFields, personIn } from "../booking/person-fields.tsx";
import type { OnChange } from "./my-visit.tsx";

type Props = { me: Me; registration: MyRegistration; onChange: OnChange };

/** Name, year of birth, telephone and language, corrected: for every visit of the person, whichever registration carries it. */
export const DetailsScreen = ({ me, registration, onChange }: Props) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const list = pathIn(locale, "/my");
  const { form, busy, trouble, errorAt } = useForm({
    read: personIn,
    send: (body) => call("PUT /api/me/visits/{visitId}/registration/details", { params: { visitId: registration.visit.visitId }, body }),
    onDone: async () => {
      goTo(list, { replace: true });
      await onChange("corrected");
    },
  });
  return (
    <Page narrow focus title={words.detailsTitle} lead={words.detailsLead} back={{ href: list, label: words.backTo }}>
      <form class="card stack" {...form}>
        <ErrorSummary trouble={trouble} />
        <PersonFields person={me.person} errorAt={errorAt} />
        <Button type="submit" kind="main" wide busy={busy}>
          {words.detailsSave}
        </Button>
      </form>
    </Page>
  );
};
