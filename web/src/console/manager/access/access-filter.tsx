import { kindWords } from "../../../../../shared/copy/access-log.ts";
import { accessLogWords } from "../../../../../shared/copy/pages-manager-access.ts";
import { LogKind } from "../../../../../shared/domain/access-log.ts";
import type { LocalDate } from "../../../../../shared/domain/seoul-time.ts";
import { call } from "../../../platform/api.ts";
import { goTo } from "../../../platform/router.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { textIn, useForm } from "../../../ui/use-form.ts";
import { type Listed, listPath } from "./access-query.ts";

const askMembers = () => call("GET /api/staff/members");

/** What to list: by one thing at a time. Each choice is an address of its own. */
export const AccessFilter = ({ listed, today }: { listed: Listed; today: LocalDate }) => {
  const words = useWords(accessLogWords);
  const locale = useLocale();
  const [members] = useLoaded(askMembers);
  const staff = members.state === "loaded" ? members.value.members : [];
  const choose = (name: "day" | "accountId" | "kind") => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    if (value !== "") goTo(listPath(name, value));
  };
  const choice = { value: "", label: words.all };
  return (
    <Card as="section">
      <div class="row-fields">
        <TextField
          pointer="/day"
          type="date"
          label={words.byDay}
          optional
          max={today}
          value={listed.by === "day" ? (listed.day ?? today) : ""}
          onChange={choose("day")}
        />
        <SelectField
          pointer="/accountId"
          label={words.byStaff}
          optional
          value={listed.by === "accountId" ? listed.id : ""}
          onChange={choose("accountId")}
          choices={[choice, ...staff.map(({ accountId, name }) => ({ value: accountId, label: name }))]}
        />
        <SelectField
          pointer="/kind"
          label={words.byKind}
          optional
          value={listed.by === "kind" ? listed.kind : ""}
          onChange={choose("kind")}
          choices={[choice, ...LogKind.options.map((kind) => ({ value: kind, label: kindWords[kind][locale] }))]}
        />
      </div>
      <PersonForm />
    </Card>
  );
};

/** Whom an address belongs to is asked by itself: no address stands in the address of a page. */
const PersonForm = () => {
  const words = useWords(accessLogWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ mail: textIn(data, "/mail") }),
    send: (body) => call("POST /api/staff/access-log/person", { body }),
    onDone: ({ personId }) => goTo(listPath("personId", personId)),
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextField
        pointer="/mail"
        type="email"
        label={words.byPerson}
        hint={words.byPersonHint}
        error={errorAt("/mail")}
        autoComplete="off"
      />
      <div>
        <Button type="submit" busy={busy}>
          {words.show}
        </Button>
      </div>
    </form>
  );
};
