import type { Delivery } from "../../../../../shared/contract/connections.ts";
import { connectionWords } from "../../../../../shared/copy/pages-manager-connections.ts";
import { momentText } from "../../../platform/times.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Card, Facts, Tag, type Tone } from "../../../ui/card.tsx";
import { Empty } from "../../../ui/states.tsx";

const tones: Record<Delivery["state"], Tone> = { waiting: "main", delivered: "good", "given-up": "sign", skipped: "plain" };

const DeliveryCard = ({ delivery }: { delivery: Delivery }) => {
  const words = useWords(connectionWords);
  const locale = useLocale();
  const { type, at, state, tries, lastTriedAt, status, trouble, nextTryAt } = delivery;
  const answer = [status !== null && words.answered(status), trouble && words.troubles[trouble]].filter(Boolean).join(" · ");
  return (
    <Card as="li">
      <div class="card-head">
        <h3 class="card-title">{words.types[type]}</h3>
        <Tag tone={tones[state]}>{state === "waiting" && tries > 0 ? words.waitingAgain : words.states[state]}</Tag>
      </div>
      {state === "delivered" && status !== null ? (
        <p>{words.arrivedLine(momentText(at, locale), status, tries)}</p>
      ) : (
        <Facts
          rows={[
            [words.happenedAt, momentText(at, locale)],
            [words.tries, lastTriedAt && `${words.times(tries)} (${momentText(lastTriedAt, locale)})`],
            [words.lastAnswer, answer],
            [words.nextTry, tries > 0 && nextTryAt && momentText(nextTryAt, locale)],
          ]}
        />
      )}
    </Card>
  );
};

type Props = {
  rows: readonly Delivery[];
  next: string | null | undefined;
  busy: boolean;
  goOn: (() => Promise<void>) | undefined;
  reload: () => Promise<void>;
};

/** What a system was told, the latest first. */
export const Deliveries = ({ rows, next, busy, goOn, reload }: Props) => {
  const words = useWords(connectionWords);
  return (
    <section class="stack">
      <div class="card-head">
        <h2>{words.deliveriesTitle}</h2>
        <Button onClick={() => void reload()}>{words.refresh}</Button>
      </div>
      <p class="soft">{words.deliveriesLead}</p>
      {rows.length === 0 && <Empty title={words.deliveriesNone} />}
      {rows.length > 0 && (
        <ul class="cards" role="list">
          {rows.map((delivery) => (
            <DeliveryCard key={delivery.eventId} delivery={delivery} />
          ))}
        </ul>
      )}
      {next && goOn && (
        <div>
          <Button busy={busy} onClick={goOn}>
            {words.more}
          </Button>
        </div>
      )}
    </section>
  );
};
