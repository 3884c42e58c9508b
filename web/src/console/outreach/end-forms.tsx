import type { Lead } from "../../../../shared/contract/leads.ts";
import { leadCloseReasonLabels } from "../../../../shared/copy/lead-codes.ts";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import { LeadCloseReason } from "../../../../shared/domain/lead.ts";
import { call } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { choicesOf } from "../../ui/choices.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup, TextField } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";

type Props = { lead: Lead; onDone: () => void; onBack: () => void };

/** Nothing comes of a firm, and why. */
export const CloseForm = ({ lead: { leadId, version }, onDone, onBack }: Props) => {
  const words = useWords(leadWords);
  const locale = useLocale();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ reason: textIn(data, "/reason") as LeadCloseReason, words: textIn(data, "/words"), seen: version }),
    send: (body) => call("POST /api/office/leads/{leadId}/closing", { params: { leadId }, body }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <h2>{words.closeTitle}</h2>
      <ErrorSummary trouble={trouble} />
      <ChoiceGroup
        pointer="/reason"
        label={words.closeReason}
        error={errorAt("/reason")}
        choices={choicesOf(LeadCloseReason.options, leadCloseReasonLabels, locale)}
      />
      <TextField pointer="/words" label={words.closeWords} error={errorAt("/words")} />
      <div class="row">
        <Button type="submit" kind="main" busy={busy}>
          {words.close}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
};

/** Everything about a firm is deleted, because somebody asked for it. */
export const EraseForm = ({ lead: { leadId }, onDone, onBack }: Props) => {
  const words = useWords(leadWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ reason: textIn(data, "/reason") }),
    send: (body) => call("POST /api/office/leads/{leadId}/erasure", { params: { leadId }, body }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <h2>{words.eraseTitle}</h2>
      <p>{words.eraseLead}</p>
      <ErrorSummary trouble={trouble} />
      <TextField pointer="/reason" label={words.eraseReason} error={errorAt("/reason")} />
      <div class="row">
        <Button kind="quiet" onClick={onBack}>
          {words.cancel}
        </Button>
        <Button type="submit" kind="danger" busy={busy}>
          {words.erase}
        </Button>
      </div>
    </form>
  );
};
