import { type EnvName, envNames } from "../../shared/wiring.ts";
import type { TableAddress } from "./table-wire.ts";

/** Settings of one function, read once at start. A missing or placeholder value stops the function: a half-configured one must not serve. */
export const readEnv = (name: EnvName, source: Record<string, string | undefined> = process.env): string => {
  const value = source[name];
  if (!value) throw new Error(`The environment variable ${name} is missing.`);
  return value;
};

const minimumPepperLength = 32;

/** The secret under which sign-in codes are derived. */
export const readSignInPepper = (source?: Record<string, string | undefined>): string => {
  const pepper = readEnv(envNames.signInPepper, source);
  if (pepper.length < minimumPepperLength) throw new Error(`${envNames.signInPepper} needs at least ${minimumPepperLength} characters.`);
  return pepper;
};

const readKey = (name: EnvName, source: Record<string, string | undefined> | undefined): Uint8Array<ArrayBuffer> => {
  const key = Uint8Array.from(Buffer.from(readEnv(name, source), "base64"));
  if (key.length !== 32) throw new Error(`${name} must be 32 bytes in base64.`);
  return key;
};

/** The key that seals ticket tokens at rest: 32 bytes. */
export const readTicketSealKey = (source?: Record<string, string | undefined>): Uint8Array<ArrayBuffer> =>
  readKey(envNames.ticketSealKey, source);

/** The key that seals what people need: 32 bytes. */
export const readSupportSealKey = (source?: Record<string, string | undefined>): Uint8Array<ArrayBuffer> =>
  readKey(envNames.supportSealKey, source);

/** The key that seals the secrets of webhooks: 32 bytes. */
export const readFeedSealKey = (source?: Record<string, string | undefined>): Uint8Array<ArrayBuffer> =>
  readKey(envNames.feedSealKey, source);

/** Whether receivers on this machine may be told; only where that was said outright. */
export const readFeedLoopback = (source: Record<string, string | undefined> = process.env): boolean =>
  source[envNames.feedLoopback] === "allowed";

const shortestEdgeSecret = 16;

/** What CloudFront shows: one secret, or two with a comma between them while one is changed for the other. */
export const readEdgeSecrets = (source?: Record<string, string | undefined>): readonly string[] => {
  const secrets = readEnv(envNames.edgeSecrets, source).split(",");
  if (secrets.some((secret) => secret.length < shortestEdgeSecret))
    throw new Error(`${envNames.edgeSecrets} needs at least ${shortestEdgeSecret} characters each.`);
  return secrets;
};

/** Where the table answers; `AWS_ENDPOINT_URL_DYNAMODB` leads elsewhere than to AWS, as it does for the SDK. */
export const readTableEndpoint = (region: string, source: Record<string, string | undefined> = process.env): URL =>
  new URL(source.AWS_ENDPOINT_URL_DYNAMODB || source.AWS_ENDPOINT_URL || `https://dynamodb.${region}.amazonaws.com`);

/** Where the table is and who asks, as Lambda tells it. */
export const readTableAddress = (source: Record<string, string | undefined> = process.env): TableAddress => {
  const {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = source;
  if (!region || !accessKeyId || !secretAccessKey) throw new Error("The environment names no region or no credentials of AWS.");
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
  return { region, endpoint: readTableEndpoint(region, source), credentials: async () => credentials };
};
