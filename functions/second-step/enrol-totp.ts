import type { Locale } from "../../shared/domain/locale.ts";
import { totpDraftMinutes } from "../../shared/domain/second-step.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { SignedIn } from "../platform/actor.ts";
import { findItem, type Item } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { expiresAt, totpDraftKey } from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";
import { type Enrolment, enrolFactor } from "./enrol-factor.ts";
import { mayNotEnrol } from "./may-enrol.ts";
import { newTotpSecret, openSecret, sealSecret, totpStepOf, totpUri } from "./totp.ts";

type TotpDraftItem = Item & { sealedSecret: string; usableUntil: Instant };

/** A new secret for this session, in place of an earlier one that was not confirmed. */
export const draftTotp = async (
  { db, clock, ids }: Deps,
  pepper: string,
  actor: SignedIn,
): Promise<Outcome<{ secret: string; uri: string; minutes: number }>> => {
  const now = clock.now();
  const refused = mayNotEnrol(actor, now);
  if (refused) return refused;
  const { accountId, sessionHash, mail } = actor;
  const secret = newTotpSecret(ids);
  const usableUntil = addMinutes(now, totpDraftMinutes);
  const sealedSecret = sealSecret(pepper, ids, accountId, secret);
  const draft = { ...totpDraftKey(accountId, sessionHash), type: "totp-draft", version: 1, sealedSecret, usableUntil };
  await transact(db, { draft: { Put: { Item: { ...draft, expiresAt: expiresAt(addMinutes(usableUntil, 60)) } } } });
  return done({ secret, uri: totpUri(secret, mail), minutes: totpDraftMinutes });
};

/** Enrols the app once it shows the right code: then secret and clocks agree. Tries are not counted: whoever tries has just been shown the secret. */
export const enrolTotp = async (
  deps: Deps,
  pepper: string,
  { actor, code, locale }: { actor: SignedIn; code: string; locale: Locale },
): Promise<Outcome<Enrolment>> => {
  const { db, clock } = deps;
  const { accountId, sessionHash } = actor;
  const refused = mayNotEnrol(actor, clock.now());
  if (refused) return refused;
  const now = clock.now();
  const draft = await findItem<TotpDraftItem>(db, totpDraftKey(accountId, sessionHash));
  if (!draft || draft.usableUntil <= now) return refuse("step-expired");
  const lastStep = totpStepOf(openSecret(pepper, accountId, draft.sealedSecret), code, now);
  if (lastStep === undefined) return refuse("proof-refused");
  const { sealedSecret } = draft;
  return enrolFactor(deps, pepper, {
    actor,
    locale,
    facts: { kind: "totp", sealedSecret, lastStep },
    spend: {
      Delete: {
        Key: totpDraftKey(accountId, sessionHash),
        ConditionExpression: "sealedSecret = :sealed",
        ExpressionAttributeValues: { ":sealed": sealedSecret },
      },
    },
  });
};
