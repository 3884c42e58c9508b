import { useCallback, useState } from "preact/hooks";
import type { Delivery, Webhook } from "../../../../../shared/contract/connections.ts";
import { consoleWords } from "../../../../../shared/copy/pages-console.ts";
import { connectionWords } from "../../../../../shared/copy/pages-manager-connections.ts";
import { type ClientProblem, call, type Refused } from "../../../platform/api.ts";
import { hasMoved } from "../../../platform/router.ts";
import { dayText, momentText } from "../../../platform/times.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Card, Facts } from "../../../ui/card.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { Unloaded } from "../../../ui/unloaded.tsx";
import { useFinish } from "../../outcome.tsx";
import { type Asked, usePages } from "../../use-pages.ts";
import { AskedFirst } from "./asked-first.tsx";
import { connectionsPath } from "./connection-paths.ts";
import { Deliveries } from "./deliveries.tsx";
import { ShownOnce } from "./shown-once.tsx";
import { WebhookForm } from "./webhook-form.tsx";
import { WebhookState } from "./webhook-state.tsx";

/** One system that is told: how it stands with it, what it was told, and what can be done about it. */
export const ConnectionPage = ({ webhookId }: { webhookId: string }) => {
  const words = useWords(connectionWords);
  const back = { href: connectionsPath, label: words.title };
  const [webhook, setWebhook] = useState<Webhook>();
  const ask = useCallback(
    async (before: string | undefined): Asked<Delivery> => {
      const answer = await call("GET /api/office/webhooks/{webhookId}/deliveries", {
        params: { webhookId },
        ...(before && { query: { before } }),
      });
      if (!answer.ok) return answer;
      setWebhook(answer.value.webhook);
      return { ok: true, value: { rows: answer.value.deliveries, next: answer.value.next } };
    },
    [webhookId],
  );
  const pages = usePages(ask);
  const { loaded, reload } = pages;
  if (loaded.state !== "loaded" || !webhook)
    return <Unloaded title={words.title} back={back} loaded={loaded.state === "loaded" ? { state: "loading" } : loaded} onRetry={reload} />;
  return (
    <Page title={webhook.name} back={back} focus={hasMoved()}>
      <Standing webhook={webhook} reload={reload} />
      <Changing webhook={webhook} reload={reload} />
      <Deliveries rows={pages.rows ?? []} next={pages.next} busy={pages.busy ?? false} goOn={pages.goOn} reload={reload} />
    </Page>
  );
};

type Props = { webhook: Webhook; reload: () => Promise<void> };

/** A press that does something at once, and says how it went. */
const usePress = (reload: () => Promise<void>) => {
  const finish = useFinish();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const press = async (send: () => Promise<{ ok: true } | Refused>, said: string) => {
    setBusy(true);
    const answer = await send();
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    await reload();
    finish(said);
  };
  return { busy, problem, press };
};

const Standing = ({ webhook, reload }: Props) => {
  const words = useWords(connectionWords);
  const locale = useLocale();
  const { webhookId, url, events, paused, failingSince, failingStatus, addedAt, addedBy, secretSince, formerSecretUntil } = webhook;
  const { busy, problem, press } = usePress(reload);
  const [secret, setSecret] = useState<string>();
  const params = { webhookId };
  return (
    <section class="stack">
      {secret && <ShownOnce title={words.secretTitle} text={secret} onHide={() => setSecret(undefined)} />}
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      <Card>
        <div>
          <WebhookState {...webhook} />
        </div>
        {paused && (
          <p>
            {words.because[paused.because]} {words.pausedMeans}
          </p>
        )}
        <Facts
          long
          rows={[
            [words.pausedAt, paused && momentText(paused.at, locale)],
            [
              failingStatus === null ? words.failingSince : words.refusingSince,
              !paused && failingSince && momentText(failingSince, locale),
            ],
            [words.url, url],
            [words.toldOf, events.map((one) => words.choices[one]).join(", ")],
            [words.addedBy, words.onDay(addedBy ?? words.somebody, dayText(addedAt, locale))],
            [words.secretSince, dayText(secretSince, locale)],
          ]}
        />
        {formerSecretUntil && <p class="soft">{words.secretFormer(momentText(formerSecretUntil, locale))}</p>}
        <div class="row">
          {paused ? (
            <Button
              kind="main"
              busy={busy}
              onClick={() => press(() => call("DELETE /api/office/webhooks/{webhookId}/pause", { params }), words.resumed)}
            >
              {words.resume}
            </Button>
          ) : (
            <>
              <Button
                kind="main"
                busy={busy}
                onClick={() => press(() => call("POST /api/office/webhooks/{webhookId}/trial", { params }), words.trialSent)}
              >
                {words.trial}
              </Button>
              <Button
                busy={busy}
                onClick={() => press(() => call("PUT /api/office/webhooks/{webhookId}/pause", { params }), words.pausedNow)}
              >
                {words.pause}
              </Button>
            </>
          )}
          <AskedFirst
            label={words.secretNew}
            ask={words.secretAsk}
            what={words.secretWhat}
            now={words.secretMake}
            send={() => call("POST /api/office/webhooks/{webhookId}/secret", { params })}
            onDone={async (made) => {
              setSecret(made.secret);
              await reload();
            }}
          />
        </div>
      </Card>
    </section>
  );
};

const Changing = ({ webhook, reload }: Props) => {
  const words = useWords(connectionWords);
  const common = useWords(consoleWords);
  const finish = useFinish();
  const [isOpen, setOpen] = useState(false);
  const { webhookId, name } = webhook;
  return (
    <section class="stack">
      {isOpen && (
        <Card>
          <h2>{words.changeTitle}</h2>
          <WebhookForm
            webhook={webhook}
            send={common.save}
            onCancel={() => setOpen(false)}
            onDone={async () => {
              setOpen(false);
              await reload();
              finish(words.changed);
            }}
          />
        </Card>
      )}
      <div class="row">
        {!isOpen && <Button onClick={() => setOpen(true)}>{words.changeTitle}</Button>}
        <AskedFirst
          label={words.remove}
          ask={words.removeAsk(name)}
          what={words.removeWhat}
          now={words.removeNow}
          send={() => call("DELETE /api/office/webhooks/{webhookId}", { params: { webhookId } })}
          onDone={() => finish(words.removed, connectionsPath)}
        />
      </div>
    </section>
  );
};
