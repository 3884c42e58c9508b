import { getAccount } from "../accounts/account-reads.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import type { FactorNewsItem } from "./factor-writes.ts";

/** Tells somebody that how they sign in has changed: if it was not them, they hear of it. */
export const mailAboutFactors = async (deps: Deps, post: Post, news: FactorNewsItem): Promise<void> => {
  const { accountId, newsId, change, kind, label = "", at, locale } = news;
  const { mail: to, staffRoles = [], visitRoles = {} } = await getAccount(deps.db, accountId);
  const { origin, centrePhone } = post.settings;
  const mail = await renderMail("second_step_changed", locale, {
    change,
    kind,
    label,
    at,
    link: `${origin}${staffRoles.length + Object.keys(visitRoles).length > 0 && !staffRoles.includes("manager") ? "/staff" : "/console"}/account`,
    centrePhone,
  });
  const cause = { key: { pk: news.pk, sk: news.sk }, event: { kind: `factor.${change}` } };
  await sendMail(deps, post, { mailId: `${accountId}.second-step.${newsId}`, message: "second_step_changed", to, about: { cause }, mail });
};
