import type { Lead } from "../../../../shared/contract/leads.ts";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import { talkWords } from "../../../../shared/copy/pages-talks.ts";
import { businessNumberText } from "../../../../shared/domain/business-number-text.ts";
import { addDays, type LocalDate, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { textIfAny, textIn, useForm } from "../../ui/use-form.ts";
import { useFormId } from "../new-id.ts";
import { useFinish } from "../outcome.tsx";
import { useLead } from "../outreach/lead-form-pages.tsx";
import { leadPath, talkPath, talksPath } from "../paths.ts";
import { readTalk, TalkFields, type TalkVisit } from "./talk-fields.tsx";

type TalkBody = Body<"PUT /api/office/talks/{talkId}">;

/** What a firm said at the bus may be written down so many days later. */
const daysBack = 28;
const askVisitsFrom = (day: LocalDate) => () => call("GET /api/staff/visits", { query: { from: day } });
/** Visits to which a firm may have come, or will. */
export const askVisits = () => askVisitsFrom(addDays(seoulDateOf(instantNow()), -daysBack))();
const askVisitsAhead = () => askVisitsFrom(seoulDateOf(instantNow()))();
const check = checkAgainst(() => import("../../../../shared/contract/talks.ts").then((module) => module.TalkWish));

/** Staff sign up a firm, with or without an account. */
export const NewTalkPage = () => {
  const words = useWords(talkWords);
  return (
    <Page title={words.newTitle} lead={words.newLead} back={{ href: talksPath, label: words.title }} focus={hasMoved()}>
      <WithVisits ask={askVisits} />
    </Page>
  );
};

/** The same from the page of a firm that was found, for a visit to come; what is known of it is there already. */
export const LeadTalkPage = ({ leadId }: { leadId: string }) => {
  const words = useWords(talkWords);
  const leads = useWords(leadWords);
  const [loaded, reload] = useLead(leadId);
  const back = { href: leadPath(leadId), label: leads.firmTitle };
  if (loaded.state !== "loaded") return <Unloaded title={words.newTitle} back={back} loaded={loaded} onRetry={reload} />;
  const { nameKo } = loaded.value.draft;
  return (
    <Page title={words.newTitle} lead={leads.talkLead(nameKo)} back={{ ...back, label: nameKo }} focus={hasMoved()}>
      <WithVisits ask={askVisitsAhead} lead={loaded.value} />
    </Page>
  );
};

const WithVisits = ({ ask, lead }: { ask: typeof askVisits; lead?: Lead }) => {
  const words = useWords(talkWords);
  const [loaded, reload] = useLoaded(ask);
  const visits =
    loaded.state === "loaded"
      ? loaded.value.visits.filter(({ visit }) => visit.state !== "cancelled").map(({ visit, place }) => ({ ...visit, place }))
      : [];
  return (
    <>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && visits.length === 0 && <Empty title={words.visitsNone}>{null}</Empty>}
      {visits.length > 0 && (
        <Card>
          <TalkForm visits={visits} lead={lead} />
        </Card>
      )}
    </>
  );
};

const TalkForm = ({ visits, lead }: { visits: readonly TalkVisit[]; lead: Lead | undefined }) => {
  const words = useWords(talkWords);
  const finish = useFinish();
  const talkId = useFormId("tlk");
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      nameKo: textIn(data, "/nameKo"),
      ...textIfAny(data, "/businessNumber", "businessNumber"),
      ...readTalk(data),
      ...(lead && { leadId: lead.leadId }),
    }),
    check,
    // Checked above, and by the API again: the form's texts have become the schema's codes.
    send: (body) => call("PUT /api/office/talks/{talkId}", { params: { talkId }, body: body as TalkBody }),
    onDone: () => finish(words.signedUp, talkPath(talkId)),
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <fieldset class="group">
        <legend>{words.firm}</legend>
        <div class="fields">
          <TextField pointer="/nameKo" label={words.nameKo} error={errorAt("/nameKo")} defaultValue={lead?.draft.nameKo} />
          <TextField
            pointer="/businessNumber"
            inputMode="numeric"
            optional
            label={words.businessNumber}
            hint={words.businessNumberHint}
            error={errorAt("/businessNumber")}
            defaultValue={lead?.draft.businessNumber && businessNumberText(lead.draft.businessNumber)}
            readOnly={lead !== undefined}
          />
        </div>
      </fieldset>
      <TalkFields visits={visits} {...(lead && { start: { contact: lead.draft.contact ?? {} } })} errorAt={errorAt} />
      <div class="form-end">
        <Button type="submit" kind="main" busy={busy}>
          {words.send}
        </Button>
      </div>
    </form>
  );
};
