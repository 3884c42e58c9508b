import { randomUUID } from "node:crypto";
import type { SNSEvent } from "aws-lambda";
import { region } from "./environment.ts";
import type { SesEvent } from "./ses-events.ts";

export type MailTopic = {
  readonly publish: (event: SesEvent) => void;
  /** Resolves when everything published so far was handled, or given up. */
  readonly idle: () => Promise<void>;
};

type MailTopicOptions = {
  readonly invoke: (event: SNSEvent) => Promise<unknown>;
  readonly onTrouble: (words: string, error: unknown) => void;
};

/** How often Lambda tries an event that came by itself, before it goes to the failure store. */
const attempts = 3;

/** Stands in for the topic that SES publishes to and the function that is subscribed to it: one event after the other. */
export function startMailTopic({ invoke, onTrouble }: MailTopicOptions): MailTopic {
  let queue = Promise.resolve();
  const deliver = async (message: SesEvent): Promise<void> => {
    for (let attempt = 1; ; attempt++) {
      try {
        await invoke(snsEvent(message));
        return;
      } catch (error) {
        if (attempt === attempts) return onTrouble("event about a mail", error);
      }
    }
  };
  return {
    publish: (event) => {
      queue = queue.then(() => deliver(event));
    },
    idle: () => queue,
  };
}

/** A message as SNS hands it to a function. */
export const snsEvent = (message: string): SNSEvent => ({
  Records: [
    {
      EventVersion: "1.0",
      EventSource: "aws:sns",
      EventSubscriptionArn: `arn:aws:sns:${region}:000000000000:mail-events:local`,
      Sns: {
        ...{ Type: "Notification", MessageId: randomUUID(), TopicArn: `arn:aws:sns:${region}:000000000000:mail-events` },
        ...{ Subject: "Amazon SES Email Event Notification", Message: message, Timestamp: new Date().toISOString() },
        ...{ SignatureVersion: "1", Signature: "", SigningCertUrl: "", UnsubscribeUrl: "", MessageAttributes: {} },
      },
    },
  ],
});
