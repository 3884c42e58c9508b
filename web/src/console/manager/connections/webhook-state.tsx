import type { Webhook } from "../../../../../shared/contract/connections.ts";
import { connectionWords } from "../../../../../shared/copy/pages-manager-connections.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Tag } from "../../../ui/card.tsx";

/** Whether a system is told, in a word. */
export const WebhookState = ({ paused, failingSince, failingStatus }: Pick<Webhook, "paused" | "failingSince" | "failingStatus">) => {
  const words = useWords(connectionWords);
  if (paused) return <Tag tone="sign">{words.paused}</Tag>;
  if (!failingSince) return <Tag tone="good">{words.running}</Tag>;
  return <Tag tone="sign">{failingStatus === null ? words.failing : words.failingWith(failingStatus)}</Tag>;
};
