import { listStaff } from "../accounts/account-reads.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import type { WebhookItem } from "./webhook-reads.ts";

/** Tells the managers, in the language of whoever wrote it last, that a subscription was paused by itself: whoever added it may be gone, and the system goes without. */
export const mailAboutWebhook = async (deps: Deps, post: Post, before: WebhookItem | undefined, after: WebhookItem): Promise<void> => {
  const { webhookId, name, paused, version, locale = "ko" } = after;
  if (!paused || paused.because === "by-hand" || before?.paused) return;
  const { because, at } = paused;
  const { origin, centrePhone } = post.settings;
  const cause = { key: { pk: after.pk, sk: after.sk }, event: { kind: "webhook.paused" } };
  for (const { accountId, mail: to, staffRoles = [] } of await listStaff(deps.db)) {
    if (!staffRoles.includes("manager")) continue;
    const link = `${origin}/console/connections/${webhookId}`;
    const mail = await renderMail("webhook_paused", locale, { name, because, at, link, centrePhone });
    await sendMail(deps, post, {
      mailId: `${webhookId}.paused.${accountId}.${version}`,
      message: "webhook_paused",
      to,
      about: { cause },
      mail,
    });
  }
};
