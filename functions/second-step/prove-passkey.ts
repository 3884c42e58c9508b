import { generateAuthenticationOptions, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { stepMinutes } from "../../shared/domain/second-step.ts";
import { type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { listFactors, type PasskeyItem } from "./factor-reads.ts";
import { notePasskeyUse } from "./factor-writes.ts";
import { askPasskey, takeChallenge } from "./passkey-challenge.ts";
import { proveStep } from "./prove-step.ts";
import { type RelyingParty, relyingPartyOf } from "./relying-party.ts";

type Assertion = { id: string; clientDataJSON: string; authenticatorData: string; signature: string };

const passkeysOf = async (deps: Deps, { accountId }: SignedIn): Promise<PasskeyItem[]> =>
  (await listFactors(deps.db, accountId)).filter((factor): factor is PasskeyItem => factor.kind === "passkey");

/** What the browser needs to ask one of this person's passkeys. */
export const askForProof = async (deps: Deps, origin: string, actor: SignedIn) => {
  const passkeys = await passkeysOf(deps, actor);
  return generateAuthenticationOptions({
    rpID: relyingPartyOf(origin).id,
    challenge: await askPasskey(deps, actor, "prove"),
    timeout: stepMinutes * 60_000,
    allowCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    userVerification: "required",
  });
};

/** The counter of the passkey's device, when it signed this challenge for us and recognised its person; undefined for anything else. */
const readCounter = async (
  assertion: Assertion,
  expectedChallenge: string,
  passkey: PasskeyItem,
  rp: RelyingParty,
): Promise<number | undefined> => {
  const { id, clientDataJSON, authenticatorData, signature } = assertion;
  const { credentialId, publicKey, counter } = passkey;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: "public-key",
        clientExtensionResults: {},
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
      credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")), counter },
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    // The library says by throwing what is wrong with what was sent, quoting it.
    return undefined;
  }
};

/** Proves the second step by a passkey of this account. */
export const provePasskey = async (
  deps: Deps,
  origin: string,
  { actor, assertion }: { actor: SignedIn; assertion: Assertion },
): Promise<Outcome<{ cookie: string }>> => {
  const challenge = await takeChallenge(deps, actor, "prove");
  if (!challenge) return refuse("step-expired");
  const passkey = (await passkeysOf(deps, actor)).find(({ credentialId }) => credentialId === assertion.id);
  const counter = passkey && (await readCounter(assertion, challenge, passkey, relyingPartyOf(origin)));
  if (!passkey || counter === undefined) return refuse("proof-refused");
  return proveStep(deps, actor, { passkey: notePasskeyUse(actor.accountId, passkey.factorId, counter, deps.clock.now()) });
};
