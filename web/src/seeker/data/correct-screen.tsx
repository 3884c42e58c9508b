import type { Me } from "../../../../shared/contract/sign-in.ts";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Page } from "../../ui/page.tsx";
import { useForm } from "../../ui/use-form.ts";
import { PersonFields, personIn } from "../booking/person-fields.tsx";

/** Name, year of birth, telephone and language, corrected with a visit to come or without. */
export const CorrectScreen = ({
  person,
  back,
  onDone,
}: {
  person: NonNullable<Me["person"]>;
  back: string;
  onDone: () => Promise<void>;
}) => {
  const words = useWords(myDataWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: personIn,
    send: (body) => call("PUT /api/me/details", { body }),
    onDone,
  });
  return (
    <Page narrow focus title={words.correctTitle} lead={words.correctLead} back={{ href: back, label: words.back }}>
      <form class="card stack" {...form}>
        <ErrorSummary trouble={trouble} />
        <PersonFields person={person} errorAt={errorAt} />
        <Button type="submit" kind="main" wide busy={busy}>
          {words.correctSave}
        </Button>
      </form>
    </Page>
  );
};
