import { useState } from "preact/hooks";
import type { ShownTeam } from "../../../../../shared/contract/season.ts";
import { consoleWords } from "../../../../../shared/copy/pages-console.ts";
import { teamWords } from "../../../../../shared/copy/pages-team.ts";
import { missingInTeam } from "../../../../../shared/domain/team.ts";
import { type Body, call } from "../../../platform/api.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { TextField } from "../../../ui/field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useForm } from "../../../ui/use-form.ts";
import { useFinish } from "../../outcome.tsx";
import { useRows } from "../../use-rows.ts";
import { DutyFields, type ErrorAt, type Member } from "./duty-fields.tsx";
import { readTeam } from "./read-team.ts";

type Saved = Body<"PUT /api/staff/visits/{visitId}/team">;

const [mostMembers, mostContacts] = [12, 4];

/** Who works at a visit, one card a person, and whom to call at the place. */
export const TeamForm = ({ team: first }: { team: ShownTeam }) => {
  const words = useWords(teamWords);
  const finish = useFinish();
  const [team, setTeam] = useState(first);
  const { visitId } = team.visit;
  const { rows, add, remove } = useRows<Member | undefined>(team.members.length > 0 ? team.members : [undefined, undefined, undefined]);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => readTeam(data, team.version),
    // Judged by the API: it knows who works elsewhere that day.
    send: (body) => call("PUT /api/staff/visits/{visitId}/team", { params: { visitId }, body: body as Saved }),
    onDone: (saved) => {
      setTeam(saved);
      finish(words.saved);
    },
  });
  const missing = missingInTeam({ members: team.members });
  return (
    <form class="stack stack-loose" {...form}>
      <p class="soft">{words.lead}</p>
      {missing > 0 && (
        <Notice tone="warn">
          <p>{words.missing(missing)}</p>
        </Notice>
      )}
      <ErrorSummary trouble={trouble} />
      {rows.map(({ key, start }, i) => (
        <DutyFields key={key} team={team} at={i} member={start} errorAt={errorAt} onRemove={() => remove(key)} />
      ))}
      {rows.length < mostMembers && (
        <div>
          <Button onClick={() => add(undefined)}>{words.add}</Button>
        </div>
      )}
      <Contacts start={team.contacts} errorAt={errorAt} />
      <div class="form-end">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
      </div>
    </form>
  );
};

const Contacts = ({ start, errorAt }: { start: ShownTeam["contacts"]; errorAt: ErrorAt }) => {
  const words = useWords(teamWords);
  const common = useWords(consoleWords);
  const { rows, add, remove } = useRows<{ what: string; name: string; phone: string }>(start);
  return (
    <fieldset class="group">
      <legend>{words.contactsTitle}</legend>
      <p class="field-hint">{words.contactsHint}</p>
      {rows.map(({ key, start: row }, i) => {
        const at = (name: string) => `/team/contacts/${i}/${name}`;
        return (
          <div class="fields fields-three" key={key}>
            <TextField pointer={at("what")} label={words.contactWhat} error={errorAt(at("what"))} defaultValue={row.what} maxLength={40} />
            <TextField pointer={at("name")} label={words.contactName} error={errorAt(at("name"))} defaultValue={row.name} maxLength={40} />
            <TextField pointer={at("phone")} type="tel" label={words.contactPhone} error={errorAt(at("phone"))} defaultValue={row.phone} />
            <Button kind="quiet" onClick={() => remove(key)} aria-label={words.removeContact(i + 1)}>
              {common.remove}
            </Button>
          </div>
        );
      })}
      {rows.length < mostContacts && (
        <div>
          <Button onClick={() => add({ what: "", name: "", phone: "" })}>{words.addContact}</Button>
        </div>
      )}
    </fieldset>
  );
};
