import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import { type Body, call, type Value } from "../../platform/api.ts";

type Creation = Value<"POST /api/second-step/passkey-challenges">;
type Request = Value<"POST /api/second-step/proof-challenges">;

/** A passkey belongs to a name: by an address of digits, as in the network of a bus, there are none. */
export const canUsePasskeys = (): boolean => typeof PublicKeyCredential !== "undefined" && !/^[\d.]+$|^\[/.test(location.hostname);

/** What the browser or its owner did not let happen; nothing was sent. */
const notGiven = Symbol("not given");
export type NotGiven = typeof notGiven;
export const isNotGiven = (answer: unknown): answer is NotGiven => answer === notGiven;

/** Has the browser make a passkey and enrols it. */
export const enrolPasskey = async () => {
  const asked = await call("POST /api/second-step/passkey-challenges");
  if (!asked.ok) return asked;
  const made = await make(asked.value);
  return made ? call("POST /api/second-step/passkeys", { body: made }) : notGiven;
};

const make = async (options: Creation): Promise<Body<"POST /api/second-step/passkeys"> | undefined> => {
  try {
    const { id, response } = await startRegistration({ optionsJSON: options as Parameters<typeof startRegistration>[0]["optionsJSON"] });
    const { clientDataJSON, attestationObject, transports = [] } = response;
    return { id, clientDataJSON, attestationObject, transports };
  } catch {
    return undefined;
  }
};

/** Has the browser show a passkey, and proves with it. */
export const provePasskey = async () => {
  const asked = await call("POST /api/second-step/proof-challenges");
  if (!asked.ok) return asked;
  const shown = await show(asked.value);
  return shown ? call("POST /api/second-step/proofs/passkey", { body: shown }) : notGiven;
};

const show = async (options: Request): Promise<Body<"POST /api/second-step/proofs/passkey"> | undefined> => {
  try {
    const { id, response } = await startAuthentication({
      optionsJSON: options as Parameters<typeof startAuthentication>[0]["optionsJSON"],
    });
    const { clientDataJSON, authenticatorData, signature } = response;
    return { id, clientDataJSON, authenticatorData, signature };
  } catch {
    return undefined;
  }
};
