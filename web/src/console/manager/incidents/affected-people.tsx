import { useCallback, useEffect, useState } from "preact/hooks";
import { type Affected, type Incident, waysToTell } from "../../../../../shared/contract/incidents.ts";
import { kindWords } from "../../../../../shared/copy/access-log.ts";
import { incidentWords } from "../../../../../shared/copy/pages-manager-incidents.ts";
import { phoneText } from "../../../../../shared/domain/phone-text.ts";
import { dateText } from "../../../../../shared/domain/seoul-time.ts";
import { type Body, call } from "../../../platform/api.ts";
import { momentText } from "../../../platform/times.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Card, Facts, Tag } from "../../../ui/card.tsx";
import { CopyButton } from "../../../ui/copy-button.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { fieldId, SelectField } from "../../../ui/field.tsx";
import { Failed, Loading } from "../../../ui/states.tsx";
import { textIn, useForm } from "../../../ui/use-form.ts";

type Props = {
  incident: Incident;
  onCounted: (counts: { people: number; untold: number }) => void;
  onTold: (count: number) => Promise<void>;
};

/** Whom it affects. It shows names and numbers, so nobody sees them without having asked: the look is logged. */
export const AffectedPeople = ({ incident, onCounted, onTold }: Props) => {
  const words = useWords(incidentWords);
  const [shown, setShown] = useState(false);
  const picked = incident.selections.filter(({ removed }) => !removed).length;
  if (picked === 0) return null;
  // What is picked, and whom was told, changes the list.
  const version = `${picked} ${incident.told}`;
  return shown ? (
    <People key={version} incident={incident} onCounted={onCounted} onTold={onTold} />
  ) : (
    <Card as="section">
      <p class="soft">{words.peopleLead}</p>
      <div>
        <Button kind="main" onClick={() => setShown(true)}>
          {words.showPeople}
        </Button>
      </div>
    </Card>
  );
};

const People = ({ incident, onCounted, onTold }: Props) => {
  const words = useWords(incidentWords);
  const locale = useLocale();
  const { incidentId, closed } = incident;
  const ask = useCallback(() => call("GET /api/staff/incidents/{incidentId}/people", { params: { incidentId } }), [incidentId]);
  const [loaded, reload] = useLoaded(ask);
  const listed = loaded.state === "loaded" ? loaded.value.people : undefined;
  useEffect(() => {
    if (listed) onCounted({ people: listed.length, untold: listed.filter(({ told }) => !told).length });
  }, [listed, onCounted]);
  if (loaded.state === "loading") return <Loading />;
  if (loaded.state === "failed") return <Failed problem={loaded.problem} onRetry={reload} />;
  const { people, entries, also } = loaded.value;
  return (
    <section class="stack">
      <h2>{words.peopleTitle(people.length)}</h2>
      <p class="soft">{words.entriesOf(entries)}</p>
      {also.length > 0 && (
        <div>
          <h3>{words.also}</h3>
          <ul>
            {also.map(({ kind, entries: count }) => (
              <li key={kind}>
                {kindWords[kind][locale]}: {words.entriesOf(count)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {people.length > 0 && !closed ? <TellForm incidentId={incidentId} people={people} onTold={onTold} /> : <PeopleList people={people} />}
    </section>
  );
};

const PeopleList = ({ people, children }: { people: readonly Affected[]; children?: (person: Affected) => preact.ComponentChildren }) => {
  const words = useWords(incidentWords);
  const locale = useLocale();
  return (
    <ul class="cards" role="list">
      {people.map((person) => (
        <Card as="li" key={person.key}>
          <div class="card-head">
            {children ? children(person) : <strong>{person.name}</strong>}
            <Tag tone={person.told ? "good" : "plain"}>{person.told ? words.isTold : words.toTell}</Tag>
          </div>
          <Facts
            rows={[
              [words.is[person.is], <Contact key="contact" person={person} />],
              [words.entriesOf(person.entries), person.visits.map(({ date }) => dateText(date, locale)).join(", ")],
              [words.isTold, person.told && words.toldAt(wayIn(person.told.how, words), momentText(person.told.at, locale))],
            ]}
          />
        </Card>
      ))}
    </ul>
  );
};

const wayIn = (how: string, words: { ways: Record<(typeof waysToTell)[number], string> }): string => {
  const way = waysToTell.find((one) => one === how);
  return way ? words.ways[way] : how;
};

/** Whoever was told needs no notice in public, even when their address is gone. */
const Contact = ({ person: { contact, told } }: { person: Affected }) => {
  const words = useWords(incidentWords);
  if (contact.by === "mail") return <span>{contact.mail}</span>;
  if (contact.by === "nothing") return <span>{told ? words.noContact : words.noContactUntold}</span>;
  return (
    <a class="call-link" href={`tel:${contact.phone}`}>
      {words.call(phoneText(contact.phone))}
    </a>
  );
};

type TellBody = Body<"POST /api/staff/incidents/{incidentId}/told">;
type TellProps = { incidentId: string; people: readonly Affected[]; onTold: Props["onTold"] };

/** The list, with boxes for who was told. */
const TellForm = ({ incidentId, people, onTold }: TellProps) => {
  const words = useWords(incidentWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ keys: data.getAll("/keys") as string[], how: textIn(data, "/how") }) as TellBody,
    send: (body) => call("POST /api/staff/incidents/{incidentId}/told", { params: { incidentId }, body }),
    onDone: (_, { keys }) => onTold(keys.length),
  });
  const tick = (all: HTMLFormElement | null, wanted: (person: Affected) => boolean) => {
    const keys = new Set(people.filter(wanted).map(({ key }) => key));
    for (const box of all?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? []) box.checked = keys.has(box.value);
  };
  const mails = people.flatMap(({ contact, told }) => (contact.by === "mail" && !told ? [contact.mail] : []));
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <fieldset class="group" id={fieldId("/keys")}>
        <legend>{words.tellWhom}</legend>
        {errorAt("/keys") && <p class="field-error">{errorAt("/keys")}</p>}
        <div class="row">
          <Button onClick={(event) => tick(event.currentTarget.form, () => true)}>{words.selectAll}</Button>
          <Button onClick={(event) => tick(event.currentTarget.form, ({ contact, told }) => contact.by === "mail" && !told)}>
            {words.tellMail}
          </Button>
        </div>
        {mails.length > 0 && (
          <div class="stack stack-tight">
            <CopyButton text={mails.join(", ")} label={words.copyMails(mails.length)} />
            <p class="field-hint">{words.copyMailsHint}</p>
          </div>
        )}
        <PeopleList people={people}>
          {({ key, name }) => (
            <label class="choice">
              <input type="checkbox" name="/keys" value={key} />
              <span>{name}</span>
            </label>
          )}
        </PeopleList>
      </fieldset>
      <SelectField pointer="/how" label={words.tellHow} choices={waysToTell.map((way) => ({ value: way, label: words.ways[way] }))} />
      <div>
        <Button type="submit" kind="main" busy={busy}>
          {words.tell}
        </Button>
      </div>
    </form>
  );
};
