import { generateRegistrationOptions, verifyRegistrationResponse } from "@simplewebauthn/server";
import type { Locale } from "../../shared/domain/locale.ts";
import { stepMinutes } from "../../shared/domain/second-step.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { type Enrolment, enrolFactor } from "./enrol-factor.ts";
import { listFactors, type PasskeyFacts } from "./factor-reads.ts";
import { mayNotEnrol } from "./may-enrol.ts";
import { askPasskey, takeChallenge } from "./passkey-challenge.ts";
import { type RelyingParty, relyingPartyOf } from "./relying-party.ts";

type CreationOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>;
type Made = { id: string; clientDataJSON: string; attestationObject: string; transports: string[] };
const es256 = -7;
const rs256 = -257;

/** What the browser needs to make a passkey. Which maker's device it is, is not asked: attestation would tell devices apart and proves nothing that we need. */
export const askForPasskey = async (deps: Deps, origin: string, actor: SignedIn): Promise<Outcome<CreationOptions>> => {
  const refused = mayNotEnrol(actor, deps.clock.now());
  if (refused) return refused;
  const { id: rpID, name: rpName } = relyingPartyOf(origin);
  const { accountId, mail } = actor;
  const passkeys = (await listFactors(deps.db, accountId)).filter((factor) => factor.kind === "passkey");
  return done(
    await generateRegistrationOptions({
      rpID,
      rpName,
      userName: mail,
      userDisplayName: mail,
      userID: new TextEncoder().encode(accountId),
      challenge: await askPasskey(deps, actor, "enrol"),
      timeout: stepMinutes * 60_000,
      attestationType: "none",
      excludeCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
      supportedAlgorithmIDs: [es256, rs256],
    }),
  );
};

/** What is to be kept of a passkey that was made for us, for this challenge, by somebody whom the device recognised; undefined for anything else. */
const readPasskey = async (made: Made, expectedChallenge: string, rp: RelyingParty): Promise<PasskeyFacts | undefined> => {
  const { id, clientDataJSON, attestationObject, transports } = made;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { id, rawId: id, type: "public-key", clientExtensionResults: {}, response: { clientDataJSON, attestationObject } },
      expectedChallenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: [es256, rs256],
    });
    if (!verified || registrationInfo.fmt !== "none") return undefined;
    const { counter, publicKey } = registrationInfo.credential;
    return {
      kind: "passkey",
      credentialId: registrationInfo.credential.id,
      publicKey: Buffer.from(publicKey).toString("base64url"),
      counter,
      transports,
    };
  } catch {
    // The library says by throwing what is wrong with what was sent, quoting it.
    return undefined;
  }
};

/** Enrols a passkey that the browser made for the challenge of this session. */
export const enrolPasskey = async (
  deps: Deps,
  { pepper, origin }: { pepper: string; origin: string },
  { actor, made, locale }: { actor: SignedIn; made: Made; locale: Locale },
): Promise<Outcome<Enrolment>> => {
  const refused = mayNotEnrol(actor, deps.clock.now());
  if (refused) return refused;
  const challenge = await takeChallenge(deps, actor, "enrol");
  if (!challenge) return refuse("step-expired");
  const facts = await readPasskey(made, challenge, relyingPartyOf(origin));
  return facts ? enrolFactor(deps, pepper, { actor, facts, locale }) : refuse("proof-refused");
};
