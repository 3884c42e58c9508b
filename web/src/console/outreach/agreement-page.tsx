import { useState } from "preact/hooks";
import type { Agreement, Lead } from "../../../../shared/contract/leads.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import type { EmployerProfile } from "../../../../shared/domain/employer.ts";
import type { PostingDraft } from "../../../../shared/domain/posting.ts";
import type { SlotRequestDraft } from "../../../../shared/domain/slot.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Facts } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { useForm } from "../../ui/use-form.ts";
import { FirmFields } from "../employer/firm-form.tsx";
import { PostingFields } from "../employer/posting-fields.tsx";
import { readPosting } from "../employer/read-posting.ts";
import { readProfile } from "../employer/read-profile.ts";
import { SlotRequestForm } from "../employer/slot-request-form.tsx";
import { useFormId } from "../new-id.ts";
import { useFinish } from "../outcome.tsx";
import { leadPath } from "../paths.ts";
import { useLead } from "./lead-form-pages.tsx";
import { useNumber } from "./number-field.tsx";

type AgreementBody = Body<"PUT /api/office/leads/{leadId}/agreement">;
const checkProfile = checkAgainst(() => import("../../../../shared/domain/employer.ts").then((module) => module.EmployerProfile));
const checkPosting = checkAgainst(() => import("../../../../shared/domain/posting.ts").then((module) => module.PostingDraft));
const askVisits = () => call("GET /api/public/visits", { query: {} });

/** What was written so far; nothing of it leaves the page before the last step. */
type Written = {
  firm?: { how: "new"; profile: EmployerProfile } | { how: "known"; employerId: string; nameKo: string };
  posting?: PostingDraft | undefined;
  times?: SlotRequestDraft | undefined;
};
type Step = "firm" | "posting" | "times" | "send";

/** A firm becomes an employer: what it says of itself, its first posting, times at a visit, and all of it sent at once. */
export const AgreementPage = ({ leadId }: { leadId: string }) => {
  const words = useWords(leadWords);
  const [loaded, reload] = useLead(leadId);
  const back = { href: leadPath(leadId), label: words.firmTitle };
  if (loaded.state !== "loaded") return <Unloaded title={words.agreeTitle} back={back} loaded={loaded} onRetry={reload} />;
  const lead = loaded.value;
  return (
    <Page title={words.agreeTitle} lead={words.agreeLead} back={{ ...back, label: lead.draft.nameKo }} focus={hasMoved()}>
      {lead.stage === "agreed" ? <Empty title={words.toEmployer}>{null}</Empty> : <Steps lead={lead} />}
    </Page>
  );
};

const Steps = ({ lead }: { lead: Lead }) => {
  const words = useWords(leadWords);
  const [step, setStep] = useState<Step>("firm");
  const [written, setWritten] = useState<Written>({});
  // One that came with a list is the firm's first posting, and stays the one that it is.
  const postingId = useFormId("pst", lead.postings[0]?.postingId);
  const go = (more: Written, to: Step) => {
    setWritten({ ...written, ...more });
    setStep(to);
    scrollTo(0, 0);
  };
  const titles = { firm: words.agreeFirm, posting: words.agreePosting, times: words.agreeTimes, send: words.agreeSendTitle };
  const number = (["firm", "posting", "times", "send"] as const).indexOf(step) + 1;
  return (
    <Card as="section">
      <h2>{words.agreeStep(number, titles[step])}</h2>
      {step === "firm" && <FirmStep lead={lead} written={written} onDone={(firm) => go({ firm }, "posting")} />}
      {step === "posting" && (
        <PostingStep
          lead={lead}
          written={written}
          onDone={(posting) => go({ posting, ...(!posting && { times: undefined }) }, posting ? "times" : "send")}
          onBack={() => setStep("firm")}
        />
      )}
      {step === "times" && written.posting && (
        <TimesStep
          posting={{ postingId, draft: written.posting }}
          times={written.times}
          onDone={(times) => go({ times }, "send")}
          onBack={() => setStep("posting")}
        />
      )}
      {step === "send" && (
        <SendStep lead={lead} written={written} postingId={postingId} onBack={() => setStep(written.posting ? "times" : "posting")} />
      )}
    </Card>
  );
};

type FirmProps = { lead: Lead; written: Written; onDone: (firm: NonNullable<Written["firm"]>) => void };

const FirmStep = ({ lead: { draft }, written, onDone }: FirmProps) => {
  const words = useWords(leadWords);
  const found = useNumber(draft.businessNumber ?? "");
  const { form, busy, trouble, errorAt } = useForm({
    read: readProfile,
    check: checkProfile,
    send: async (profile) => ({ ok: true, value: profile }),
    onDone: (profile) => onDone({ how: "new", profile: profile as EmployerProfile }),
  });
  const { nameKo, businessNumber, districtCode, address: roadAddress, contact } = draft;
  const start = { nameKo, businessNumber, districtCode, roadAddress, contact };
  return (
    <>
      {found?.employers
        .filter(({ state }) => state !== "refused")
        .map((employer) => (
          <Notice key={employer.employerId}>
            <p>{words.agreeKnown(employer.nameKo)}</p>
            <Button onClick={() => onDone({ how: "known", ...employer })}>{words.agreeLink}</Button>
          </Notice>
        ))}
      <form class="stack stack-loose" {...form}>
        <ErrorSummary trouble={trouble} />
        <FirmFields profile={written.firm?.how === "new" ? written.firm.profile : start} errorAt={errorAt} />
        <p class="soft">{words.agreeInvite}</p>
        <div class="form-end">
          <Button type="submit" kind="main" busy={busy}>
            {words.agreeNext}
          </Button>
        </div>
      </form>
    </>
  );
};

type PostingProps = { lead: Lead; written: Written; onDone: (posting: PostingDraft | undefined) => void; onBack: () => void };

const PostingStep = ({ lead: { draft, postings }, written, onDone, onBack }: PostingProps) => {
  const words = useWords(leadWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: readPosting,
    check: checkPosting,
    send: async (posting) => ({ ok: true, value: posting }),
    onDone: (posting) => onDone(posting as PostingDraft),
  });
  const { job, districtCode } = draft;
  const start = { ...job, ...(districtCode && { districtCode }) } as Partial<PostingDraft>;
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      {postings.length > 0 && <p>{words.agreeListed(postings.length)}</p>}
      <PostingFields draft={written.posting ?? postings[0]?.draft ?? start} errorAt={errorAt} />
      <div class="row">
        <Button type="submit" kind="main" busy={busy}>
          {words.agreeNext}
        </Button>
        <Button onClick={() => onDone(undefined)}>{words.agreeNoPosting}</Button>
        <Button kind="quiet" onClick={onBack}>
          {words.agreeBack}
        </Button>
      </div>
    </form>
  );
};

type TimesProps = {
  posting: { postingId: string; draft: PostingDraft };
  times: SlotRequestDraft | undefined;
  onDone: (times: SlotRequestDraft | undefined) => void;
  onBack: () => void;
};

const TimesStep = ({ posting, times, onDone, onBack }: TimesProps) => {
  const words = useWords(leadWords);
  const [visits, reload] = useLoaded(askVisits);
  if (visits.state === "failed") return <Failed problem={visits.problem} onRetry={reload} />;
  if (visits.state !== "loaded") return <Loading />;
  const toCome = visits.value.visits.filter(({ state }) => state !== "cancelled");
  return (
    <>
      <SlotRequestForm
        visits={toCome}
        postings={[posting]}
        request={times && { ...times, deskIds: times.deskIds ?? [] }}
        save={async (draft) => {
          onDone(draft as SlotRequestDraft);
          return { ok: true, value: undefined };
        }}
        onDone={() => {}}
        send={words.agreeNext}
      />
      <div class="row">
        <Button onClick={() => onDone(undefined)}>{words.agreeNoTimes}</Button>
        <Button kind="quiet" onClick={onBack}>
          {words.agreeBack}
        </Button>
      </div>
    </>
  );
};

type SendProps = { lead: Lead; written: Written; postingId: string; onBack: () => void };

const SendStep = ({ lead: { leadId, version }, written: { firm, posting, times }, postingId, onBack }: SendProps) => {
  const words = useWords(leadWords);
  const firmWords = useWords(employerWords);
  const finish = useFinish();
  const [employerId, invitationId, slotRequestId] = [useFormId("emp"), useFormId("inv"), useFormId("srq")];
  const { form, busy, trouble } = useForm({
    read: () => ({
      employer:
        firm?.how === "known"
          ? { how: "known" as const, employerId: firm.employerId }
          : { how: "new" as const, employerId, invitationId, profile: firm?.profile },
      ...(posting && { posting: { postingId, draft: posting } }),
      ...(times && { times: { slotRequestId, draft: times } }),
      seen: version,
    }),
    // Each step was checked, and the API checks again.
    send: (body) => call("PUT /api/office/leads/{leadId}/agreement", { params: { leadId }, body: body as AgreementBody & Agreement }),
    onDone: () => finish(words.agreeDone, leadPath(leadId)),
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <Facts
        rows={[
          [words.agreeFirm, firm?.how === "known" ? firm.nameKo : firm?.profile.nameKo],
          [firmWords.contactMail, firm?.how === "new" && firm.profile.contact.mail],
          [words.agreePosting, posting?.titleKo ?? words.none],
          [words.agreeTimes, times ? `${times.pattern.from}~${times.pattern.to}` : words.none],
        ]}
      />
      <div class="row">
        <Button type="submit" kind="main" busy={busy}>
          {words.agreeSend}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {words.agreeBack}
        </Button>
      </div>
    </form>
  );
};
