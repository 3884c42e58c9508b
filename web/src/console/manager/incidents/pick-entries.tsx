import { useState } from "preact/hooks";
import type { Choice, Incident } from "../../../../../shared/contract/incidents.ts";
import { incidentWords } from "../../../../../shared/copy/pages-manager-incidents.ts";
import { addDays, seoulDateOf } from "../../../../../shared/domain/seoul-time.ts";
import { type Body, call } from "../../../platform/api.ts";
import { momentText } from "../../../platform/times.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { textIn, useForm } from "../../../ui/use-form.ts";
import { useFormId } from "../../new-id.ts";
import { instantIn } from "./incidents-page.tsx";

type OnDone = () => Promise<void>;

const askMembers = () => call("GET /api/staff/members");
type SelectionBody = Body<"PUT /api/staff/incidents/{incidentId}/selections/{selectionId}">;
const kinds = ["account", "session", "ip", "device"] as const;

/** What of a choice tells it from others. */
const chosenIn = (choice: Choice): string => {
  switch (choice.by) {
    case "account":
      return choice.accountId;
    case "session":
      return choice.session;
    case "ip":
      return choice.ip;
    case "device":
      return choice.deviceId;
  }
};
/** Name of the field that a kind of choice is written in. */
const fieldOf = { account: "accountId", session: "session", ip: "ip", device: "deviceId" } as const;

/** Entries of the log that belong to an incident: by whom or what, and when. */
export const PickEntries = ({ incident, onPicked, onTakenOut }: { incident: Incident; onPicked: OnDone; onTakenOut: OnDone }) => {
  const words = useWords(incidentWords);
  const locale = useLocale();
  const [members] = useLoaded(askMembers);
  const staff = members.state === "loaded" ? members.value.members : [];
  const nameOf = (choice: Choice): string =>
    choice.by === "account" ? (staff.find(({ accountId }) => accountId === choice.accountId)?.name ?? chosenIn(choice)) : chosenIn(choice);
  const { incidentId, selections, closed } = incident;
  return (
    <Card as="section">
      <h2>{words.pickTitle}</h2>
      <p class="soft">{words.pickLead}</p>
      {selections.length === 0 && <p>{words.pickedNone}</p>}
      {selections.length > 0 && (
        <ul class="stack">
          {selections.map(({ selectionId, choice, from, to, removed }) => (
            <li key={selectionId}>
              <strong>
                {words.by[choice.by]} {nameOf(choice)}
              </strong>
              <br />
              {words.period(momentText(from, locale), momentText(to, locale))}
              {removed && <p class="soft">{words.isOut(removed.byName ?? words.somebody, momentText(removed.at, locale), removed.note)}</p>}
              {!removed && !closed && <TakeOut incidentId={incidentId} selectionId={selectionId} onDone={onTakenOut} />}
            </li>
          ))}
        </ul>
      )}
      {!closed && (
        <PickForm
          key={selections.length}
          incident={incident}
          staff={staff.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          onPicked={onPicked}
        />
      )}
    </Card>
  );
};

/** Takes out what was picked by mistake; why stays on the page. */
const TakeOut = ({ incidentId, selectionId, onDone }: { incidentId: string; selectionId: string; onDone: OnDone }) => {
  const words = useWords(incidentWords);
  const pointer = "/reason";
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ reason: textIn(data, pointer) }),
    send: (body) =>
      call("PUT /api/staff/incidents/{incidentId}/selections/{selectionId}/removal", { params: { incidentId, selectionId }, body }),
    onDone,
  });
  return (
    <details class="more-facts">
      <summary>{words.takeOut}</summary>
      <form class="stack" {...form}>
        <ErrorSummary trouble={trouble} />
        <TextField pointer={pointer} label={words.takeOutWhy} error={errorAt(pointer)} maxLength={200} autoComplete="off" />
        <div>
          <Button type="submit" busy={busy}>
            {words.takeOutDo}
          </Button>
        </div>
      </form>
    </details>
  );
};

type FormProps = { incident: Incident; staff: readonly { value: string; label: string }[]; onPicked: OnDone };

const PickForm = ({ incident: { incidentId, noticedAt }, staff, onPicked }: FormProps) => {
  const words = useWords(incidentWords);
  const selectionId = useFormId("sel");
  const [by, setBy] = useState<Choice["by"]>("account");
  const pointer = `/choice/${fieldOf[by]}`;
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) =>
      ({
        choice: { by, [fieldOf[by]]: textIn(data, pointer).trim() },
        from: instantIn(data, "/from", "/fromTime"),
        to: instantIn(data, "/to", "/toTime"),
      }) as SelectionBody,
    send: (body) => call("PUT /api/staff/incidents/{incidentId}/selections/{selectionId}", { params: { incidentId, selectionId }, body }),
    onDone: onPicked,
  });
  const day = seoulDateOf(noticedAt);
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <div class="row-fields">
        <SelectField
          pointer="/by"
          label={words.pickBy}
          value={by}
          onChange={(event) => setBy(kinds.find((kind) => kind === event.currentTarget.value) ?? "account")}
          choices={kinds.map((kind) => ({ value: kind, label: words.by[kind] }))}
        />
        {by === "account" ? (
          <SelectField
            pointer={pointer}
            label={words.staff}
            error={errorAt(pointer)}
            choices={[{ value: "", label: words.choose }, ...staff]}
          />
        ) : (
          <TextField key={by} pointer={pointer} label={words.value} error={errorAt(pointer)} autoComplete="off" />
        )}
      </div>
      <div class="row-fields">
        <TextField pointer="/from" type="date" label={words.fromDay} error={errorAt("/from")} defaultValue={addDays(day, -1)} />
        <TextField pointer="/fromTime" type="time" label={words.fromTime} defaultValue="00:00" />
        <TextField pointer="/to" type="date" label={words.toDay} error={errorAt("/to")} defaultValue={day} />
        <TextField pointer="/toTime" type="time" label={words.toTime} defaultValue="23:59" />
      </div>
      <div>
        <Button type="submit" busy={busy}>
          {words.pick}
        </Button>
      </div>
    </form>
  );
};
