import { talkWords } from "../../../../shared/copy/pages-talks.ts";
import type { Employer } from "../../../../shared/domain/employer.ts";
import { endOfVisit } from "../../../../shared/domain/visit.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { useForm } from "../../ui/use-form.ts";
import { useEmployer } from "../employer/firm-pages.tsx";
import { useFormId } from "../new-id.ts";
import { useFinish } from "../outcome.tsx";
import { ownTalksPath } from "../paths.ts";
import { readTalk, TalkFields, type TalkVisit } from "./talk-fields.tsx";

type TalkBody = Body<"PUT /api/office/employers/{employerId}/talks/{talkId}">;

const askVisits = () => call("GET /api/public/visits", { query: {} });
const check = checkAgainst(() => import("../../../../shared/contract/talks.ts").then((module) => module.OwnTalkWish));

/** A firm signs up for the CEO talk of a visit to come. */
export const OwnTalkPage = ({ employerId }: { employerId: string }) => {
  const words = useWords(talkWords);
  const [employer, reloadEmployer] = useEmployer(employerId);
  const [visits, reloadVisits] = useLoaded(askVisits);
  const toCome =
    visits.state === "loaded" ? visits.value.visits.filter((visit) => visit.state === "open" && endOfVisit(visit) > instantNow()) : [];
  const isLoaded = employer.state === "loaded" && visits.state === "loaded";
  return (
    <Page title={words.ownAsk} lead={words.ownLead} back={{ href: ownTalksPath(employerId), label: words.ownTitle }} focus={hasMoved()}>
      {employer.state === "failed" && <Failed problem={employer.problem} onRetry={reloadEmployer} />}
      {visits.state === "failed" && <Failed problem={visits.problem} onRetry={reloadVisits} />}
      {(employer.state === "loading" || visits.state === "loading") && <Loading />}
      {isLoaded && toCome.length === 0 && <Empty title={words.visitsNone}>{null}</Empty>}
      {isLoaded && toCome.length > 0 && (
        <Card>
          <OwnTalkForm employer={employer.value} visits={toCome} />
        </Card>
      )}
    </Page>
  );
};

const OwnTalkForm = ({ employer: { employerId, profile }, visits }: { employer: Employer; visits: readonly TalkVisit[] }) => {
  const words = useWords(talkWords);
  const finish = useFinish();
  const talkId = useFormId("tlk");
  const { form, busy, trouble, errorAt } = useForm({
    read: readTalk,
    check,
    // Checked above, and by the API again: the form's texts have become the schema's codes.
    send: (body) =>
      call("PUT /api/office/employers/{employerId}/talks/{talkId}", { params: { employerId, talkId }, body: body as TalkBody }),
    onDone: () => finish(words.ownSentDone, ownTalksPath(employerId)),
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <TalkFields visits={visits} start={{ contact: profile.contact }} errorAt={errorAt} />
      <div class="form-end">
        <Button type="submit" kind="main" busy={busy}>
          {words.send}
        </Button>
      </div>
    </form>
  );
};
