import { useState } from "preact/hooks";
import { ulid } from "ulid";
import { kioskWords } from "../../../../shared/copy/pages-kiosk.ts";
import { currentConsentVersion } from "../../../../shared/domain/consents.ts";
import { call } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Page } from "../../ui/page.tsx";
import { useForm } from "../../ui/use-form.ts";
import { CoreNotice } from "../booking/core-notice.tsx";
import { PersonFields, personIn } from "../booking/person-fields.tsx";
import { endsAfter, useIdle } from "./use-idle.ts";

type Props = { onDone: () => void; onStop: () => void /** It is no kiosk any more. */; onEnded: () => void };

/** One person's form; it goes, with all that was typed, when they are done, give up or walk away. */
export const KioskForm = ({ onDone, onStop, onEnded }: Props) => {
  const words = useWords(kioskWords);
  const locale = useLocale();
  // Kept through every retry, so that sending it twice registers one person.
  const [personId] = useState(() => `psn_${ulid()}`);
  const { isAsking } = useIdle(onStop);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ ...personIn(data), locale, noticeVersion: currentConsentVersion.service_core }),
    send: (body) => call("PUT /api/kiosk/registrations/{personId}", { params: { personId }, body }, { locale }),
    onDone,
    onRefused: ({ code }) => {
      if (code === "pairing-needed") onEnded();
      return code === "pairing-needed";
    },
  });
  return (
    <Page title={words.title} lead={words.formLead} narrow focus>
      <form class="stack" autoComplete="off" {...form}>
        <ErrorSummary trouble={trouble} />
        <PersonFields person={null} errorAt={errorAt} isShared />
        <CoreNotice />
        <Button type="submit" kind="main" wide busy={busy}>
          {words.register}
        </Button>
        <Button wide onClick={onStop}>
          {words.stop}
        </Button>
      </form>
      <Dialog open={isAsking} title={words.stillThere} onClose={() => undefined} actions={<Button kind="main">{words.goOn}</Button>}>
        <p>{words.stillThereDetail(endsAfter)}</p>
      </Dialog>
    </Page>
  );
};
