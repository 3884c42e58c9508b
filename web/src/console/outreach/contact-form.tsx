import type { Lead } from "../../../../shared/contract/leads.ts";
import { leadContactKindLabels, leadOutcomeLabels } from "../../../../shared/copy/lead-codes.ts";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import { LeadContactKind, LeadOutcome } from "../../../../shared/domain/lead.ts";
import { seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { instantNow } from "../../platform/clock.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { choicesOf } from "../../ui/choices.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup, TextArea, TextField } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { useFormId } from "../new-id.ts";
import type { Team } from "./lead-fields.tsx";

type ContactBody = Body<"PUT /api/office/leads/{leadId}/contacts/{contactId}">;
const check = checkAgainst(() => import("../../../../shared/domain/lead.ts").then((module) => module.LeadContactDraft));

const readContact = (data: FormData) => {
  const [what, dueOn] = [textIn(data, "/next/what").trim(), textIn(data, "/next/dueOn")];
  return {
    kind: textIn(data, "/kind"),
    heldOn: textIn(data, "/heldOn"),
    outcome: textIn(data, "/outcome"),
    note: textIn(data, "/note"),
    team: data.getAll("/team").map(String),
    next: what === "" && dueOn === "" ? null : { what, dueOn },
  };
};

type Props = { leadId: string; team: Team; onDone: (lead: Lead) => void; onBack: () => void };

/** A call or a visit, and what is to be done next. */
export const ContactForm = ({ leadId, team, onDone, onBack }: Props) => {
  const words = useWords(leadWords);
  const locale = useLocale();
  const contactId = useFormId("lco");
  const today = seoulDateOf(instantNow());
  const { form, busy, trouble, errorAt } = useForm({
    read: readContact,
    check,
    // Checked above, and by the API again: the form's texts have become the schema's codes.
    send: (body) =>
      call("PUT /api/office/leads/{leadId}/contacts/{contactId}", { params: { leadId, contactId }, body: body as ContactBody }),
    onDone,
  });
  const me = team.filter(({ isYou }) => isYou).map(({ accountId }) => accountId);
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <ChoiceGroup
        pointer="/kind"
        label={words.kind}
        error={errorAt("/kind")}
        choices={choicesOf(LeadContactKind.options, leadContactKindLabels, locale)}
        chosen={["call"]}
      />
      <TextField pointer="/heldOn" type="date" label={words.heldOn} error={errorAt("/heldOn")} defaultValue={today} max={today} />
      <ChoiceGroup
        pointer="/team"
        type="checkbox"
        label={words.team}
        hint={words.teamHint}
        error={errorAt("/team")}
        choices={team.map(({ accountId, name, isYou }) => ({ value: accountId, label: isYou ? words.me(name) : name }))}
        chosen={me}
      />
      <ChoiceGroup
        pointer="/outcome"
        label={words.outcome}
        error={errorAt("/outcome")}
        choices={choicesOf(LeadOutcome.options, leadOutcomeLabels, locale)}
      />
      <TextArea pointer="/note" label={words.what} hint={words.noteHint} error={errorAt("/note")} rows={4} />
      <fieldset class="group">
        <legend>{words.hasNext}</legend>
        <p class="field-hint">{words.hasNextHint}</p>
        <div class="fields">
          <TextField pointer="/next/what" optional label={words.nextWhat} error={errorAt("/next/what")} />
          <TextField pointer="/next/dueOn" type="date" optional label={words.dueOn} error={errorAt("/next/dueOn")} min={today} />
        </div>
      </fieldset>
      <div class="row">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
};
