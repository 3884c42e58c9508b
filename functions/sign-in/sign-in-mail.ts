import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import type { Change } from "../platform/stream-record.ts";
import type { ChallengeItem } from "./ask-for-code.ts";
import { codeMinutes, signInCode } from "./sign-in-code.ts";

/** Mails the code of a new challenge, to sign in or to prove another address, in a lane of its own: nothing else that is mailed can hold it up. A code that has expired is not sent. */
export const mailSignInCode = async (deps: Deps, post: Post, pepper: string, { before, after }: Change): Promise<void> => {
  if (before || after?.type !== "challenge") return;
  const { challengeId, mail: to, locale, usableUntil, forAccount } = after as ChallengeItem;
  if (usableUntil <= deps.clock.now()) return;
  const { centrePhone } = post.settings;
  const message = forAccount ? "address_code" : "login_code";
  const mail = await renderMail(message, locale, { code: signInCode(pepper, challengeId, to), minutes: codeMinutes, centrePhone });
  await sendMail(deps, post, { mailId: `${challengeId}.code`, message, to, about: {}, mail, isCounted: true });
};
