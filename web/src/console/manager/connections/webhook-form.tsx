import type { Webhook } from "../../../../../shared/contract/connections.ts";
import { consoleWords } from "../../../../../shared/copy/pages-console.ts";
import { connectionWords } from "../../../../../shared/copy/pages-manager-connections.ts";
import { FeedChoice } from "../../../../../shared/domain/feed.ts";
import { type Body, call, type Value } from "../../../platform/api.ts";
import { checkAgainst } from "../../../platform/check-against.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { ChoiceGroup, TextField } from "../../../ui/field.tsx";
import { textIn, useForm } from "../../../ui/use-form.ts";
import { useFormId } from "../../new-id.ts";

type Wish = Body<"PUT /api/office/webhooks/{webhookId}">;
const check = checkAgainst(() => import("../../../../../shared/contract/connections.ts").then(({ WebhookWish }) => WebhookWish));

type Props = {
  webhook?: Webhook;
  send: string;
  onCancel: () => void;
  onDone: (value: Value<"PUT /api/office/webhooks/{webhookId}">) => void | Promise<void>;
};

/** A system that is told, new or changed. */
export const WebhookForm = ({ webhook, send, onDone, onCancel }: Props) => {
  const words = useWords(connectionWords);
  const common = useWords(consoleWords);
  const webhookId = useFormId("whk", webhook?.webhookId);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ name: textIn(data, "/name"), url: textIn(data, "/url"), events: data.getAll("/events") as Wish["events"] }),
    check,
    send: (body) => call("PUT /api/office/webhooks/{webhookId}", { params: { webhookId }, body }),
    onDone,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextField
        pointer="/name"
        label={words.name}
        hint={words.nameHint}
        error={errorAt("/name")}
        defaultValue={webhook?.name}
        autoComplete="off"
      />
      <TextField
        pointer="/url"
        label={words.url}
        hint={words.urlHint}
        error={errorAt("/url")}
        defaultValue={webhook?.url}
        placeholder="https://"
        inputMode="url"
        autoComplete="off"
        spellcheck={false}
      />
      <ChoiceGroup
        pointer="/events"
        type="checkbox"
        label={words.events}
        error={errorAt("/events")}
        choices={FeedChoice.options.map((value) => ({ value, label: words.choices[value] }))}
        chosen={webhook?.events ?? []}
      />
      <div class="row">
        <Button type="submit" kind="main" busy={busy}>
          {send}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
};
