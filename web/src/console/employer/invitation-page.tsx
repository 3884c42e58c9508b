import { membersWords } from "../../../../shared/copy/pages-members.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useSession } from "../../platform/session.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Page } from "../../ui/page.tsx";
import { useForm } from "../../ui/use-form.ts";
import { useFinish } from "../outcome.tsx";
import { employerPath } from "../paths.ts";

/** Where the link of an invitation leads: opening it accepts nothing. */
export const InvitationPage = ({ employerId, invitationId }: { employerId: string; invitationId: string }) => {
  const words = useWords(membersWords);
  const { me, refresh } = useSession();
  const finish = useFinish();
  const { form, busy, trouble } = useForm({
    read: () => undefined,
    send: () => call("POST /api/employers/{employerId}/invitations/{invitationId}/acceptance", { params: { employerId, invitationId } }),
    onDone: async () => {
      await refresh();
      finish(words.accepted, employerPath(employerId));
    },
  });
  return (
    <Page title={words.acceptTitle} lead={words.acceptLead(me.mail)} narrow focus={hasMoved()}>
      <form class="stack" {...form}>
        <ErrorSummary trouble={trouble} />
        <Button type="submit" kind="main" busy={busy}>
          {words.accept}
        </Button>
      </form>
    </Page>
  );
};
