import { useState } from "preact/hooks";
import type { Webhook } from "../../../../../shared/contract/connections.ts";
import { connectionWords } from "../../../../../shared/copy/pages-manager-connections.ts";
import { call } from "../../../platform/api.ts";
import { hasMoved } from "../../../platform/router.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../../ui/button.tsx";
import { Card, Facts } from "../../../ui/card.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty } from "../../../ui/states.tsx";
import { Unloaded } from "../../../ui/unloaded.tsx";
import { ApiKeys } from "./api-keys.tsx";
import { connectionPath } from "./connection-paths.ts";
import { ShownOnce } from "./shown-once.tsx";
import { WebhookForm } from "./webhook-form.tsx";
import { WebhookState } from "./webhook-state.tsx";

const askAll = async () => {
  const [webhooks, keys] = await Promise.all([call("GET /api/office/webhooks"), call("GET /api/office/api-keys")]);
  if (!webhooks.ok) return webhooks;
  return keys.ok ? { ok: true as const, value: { ...webhooks.value, ...keys.value } } : keys;
};

type Adding = "webhook" | "key";

/** Other systems of the city: which are told, and which may ask. */
export const ConnectionsPage = () => {
  const words = useWords(connectionWords);
  const [loaded, reload] = useLoaded(askAll);
  // One form at a time: their fields bear the same names.
  const [adding, setAdding] = useState<Adding>();
  if (loaded.state !== "loaded") return <Unloaded title={words.title} loaded={loaded} onRetry={reload} />;
  const { webhooks, keys } = loaded.value;
  const section = (one: Adding) => ({ reload, isAdding: adding === one, setAdding: (is: boolean) => setAdding(is ? one : undefined) });
  return (
    <Page title={words.title} lead={words.lead} focus={hasMoved()}>
      <Webhooks webhooks={webhooks} {...section("webhook")} />
      <ApiKeys keys={keys} {...section("key")} />
      <div>
        <ButtonLink kind="quiet" href="/api/docs#webhooks">
          {words.howTo}
        </ButtonLink>
      </div>
    </Page>
  );
};

type Props = { webhooks: readonly Webhook[]; reload: () => Promise<void>; isAdding: boolean; setAdding: (is: boolean) => void };

const Webhooks = ({ webhooks, reload, isAdding, setAdding }: Props) => {
  const words = useWords(connectionWords);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <section class="stack">
      <h2>{words.toldTitle}</h2>
      {secret && <ShownOnce title={words.secretTitle} text={secret} onHide={() => setSecret(null)} />}
      {webhooks.length === 0 && <Empty title={words.toldNone} />}
      {webhooks.length > 0 && (
        <ul class="cards" role="list">
          {webhooks.map((webhook) => (
            <Card as="li" key={webhook.webhookId} class="access-row">
              <div class="card-head">
                <h3 class="card-title">
                  <a href={connectionPath(webhook.webhookId)}>{webhook.name}</a>
                </h3>
                <WebhookState {...webhook} />
              </div>
              <Facts rows={[[words.toldOf, webhook.events.map((one) => words.choices[one]).join(", ")]]} />
            </Card>
          ))}
        </ul>
      )}
      {isAdding ? (
        <Card>
          <h3>{words.toldAdd}</h3>
          <WebhookForm
            send={words.add}
            onCancel={() => setAdding(false)}
            onDone={async (made) => {
              setSecret(made.secret);
              setAdding(false);
              await reload();
            }}
          />
        </Card>
      ) : (
        <div>
          <Button onClick={() => setAdding(true)}>{words.toldAdd}</Button>
        </div>
      )}
    </section>
  );
};
