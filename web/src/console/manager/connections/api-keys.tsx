import { useState } from "preact/hooks";
import type { ApiKey } from "../../../../../shared/contract/connections.ts";
import { consoleWords } from "../../../../../shared/copy/pages-console.ts";
import { connectionWords } from "../../../../../shared/copy/pages-manager-connections.ts";
import { FeedScope } from "../../../../../shared/domain/feed.ts";
import { addDays, seoulDateOf } from "../../../../../shared/domain/seoul-time.ts";
import { type Body, call } from "../../../platform/api.ts";
import { checkAgainst } from "../../../platform/check-against.ts";
import { instantNow } from "../../../platform/clock.ts";
import { dateWithYear, dayText } from "../../../platform/times.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Card, Facts, Tag } from "../../../ui/card.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { ChoiceGroup, TextField } from "../../../ui/field.tsx";
import { Empty } from "../../../ui/states.tsx";
import { textIn, useForm } from "../../../ui/use-form.ts";
import { useFormId } from "../../new-id.ts";
import { useFinish } from "../../outcome.tsx";
import { AskedFirst } from "./asked-first.tsx";
import { ShownOnce } from "./shown-once.tsx";

type Wish = Body<"PUT /api/office/api-keys/{keyId}">;
const check = checkAgainst(() => import("../../../../../shared/contract/connections.ts").then(({ ApiKeyWish }) => ApiKeyWish));

type Props = { keys: readonly ApiKey[]; reload: () => Promise<void>; isAdding: boolean; setAdding: (is: boolean) => void };

/** Keys of systems that ask, and a new one. */
export const ApiKeys = ({ keys, reload, isAdding, setAdding }: Props) => {
  const words = useWords(connectionWords);
  const [token, setToken] = useState<string | null>(null);
  return (
    <section class="stack">
      <h2>{words.keysTitle}</h2>
      <p class="soft">{words.keysLead}</p>
      {token && <ShownOnce title={words.keyMade} text={token} onHide={() => setToken(null)} />}
      {keys.length === 0 && <Empty title={words.keysNone} />}
      {keys.length > 0 && (
        <ul class="cards" role="list">
          {keys.map((key) => (
            <KeyCard key={key.keyId} apiKey={key} reload={reload} />
          ))}
        </ul>
      )}
      {isAdding ? (
        <Card>
          <h3>{words.keyAdd}</h3>
          <KeyForm
            onCancel={() => setAdding(false)}
            onDone={async (made) => {
              setToken(made);
              setAdding(false);
              await reload();
            }}
          />
        </Card>
      ) : (
        <div>
          <Button onClick={() => setAdding(true)}>{words.keyAdd}</Button>
        </div>
      )}
    </section>
  );
};

const KeyCard = ({ apiKey, reload }: { apiKey: ApiKey; reload: () => Promise<void> }) => {
  const words = useWords(connectionWords);
  const locale = useLocale();
  const finish = useFinish();
  const { keyId, name, scopes, endsOn, madeAt, madeBy, lastUsedOn } = apiKey;
  const isOver = endsOn < seoulDateOf(instantNow());
  return (
    <Card as="li">
      <div class="card-head">
        <h3 class="card-title">{name}</h3>
        {isOver ? <Tag>{words.keyEnded}</Tag> : <Tag tone="good">{words.keyWorks}</Tag>}
      </div>
      <Facts
        rows={[
          [words.reads, scopes.map((scope) => words.scopes[scope]).join(", ")],
          [words.endsOn, dateWithYear(endsOn, locale)],
          [words.lastUsed, lastUsedOn ? dateWithYear(lastUsedOn, locale) : words.neverUsed],
          [words.madeBy, words.onDay(madeBy ?? words.somebody, dayText(madeAt, locale))],
        ]}
      />
      <div>
        <AskedFirst
          label={words.revoke}
          of={name}
          ask={words.revokeAsk(name)}
          what={words.revokeWhat}
          now={words.revoke}
          send={() => call("DELETE /api/office/api-keys/{keyId}", { params: { keyId } })}
          onDone={async () => {
            await reload();
            finish(words.revoked);
          }}
        />
      </div>
    </Card>
  );
};

/** A year, unless somebody says otherwise. */
const usualDays = 365;

type FormProps = { onDone: (token: string | null) => Promise<void>; onCancel: () => void };

const KeyForm = ({ onDone, onCancel }: FormProps) => {
  const words = useWords(connectionWords);
  const common = useWords(consoleWords);
  const keyId = useFormId("key");
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ name: textIn(data, "/name"), scopes: data.getAll("/scopes") as Wish["scopes"], endsOn: textIn(data, "/endsOn") }),
    check,
    send: (body) => call("PUT /api/office/api-keys/{keyId}", { params: { keyId }, body: body as Wish }),
    onDone: ({ token }) => onDone(token),
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextField pointer="/name" label={words.name} hint={words.nameHint} error={errorAt("/name")} autoComplete="off" />
      <ChoiceGroup
        pointer="/scopes"
        type="checkbox"
        label={words.scopesAsk}
        error={errorAt("/scopes")}
        choices={FeedScope.options.map((value) => ({ value, label: words.scopes[value] }))}
      />
      <TextField
        pointer="/endsOn"
        type="date"
        label={words.endsOn}
        hint={words.endsOnHint}
        error={errorAt("/endsOn")}
        defaultValue={addDays(seoulDateOf(instantNow()), usualDays)}
      />
      <div class="row">
        <Button type="submit" kind="main" busy={busy}>
          {words.keyMake}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
};
