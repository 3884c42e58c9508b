import { join } from "node:path";
import { edgeSecretHeader, envNames, serviceName } from "../../shared/wiring.ts";
import { secretOf } from "./secret-file.ts";

/** Region that everything claims to be in. */
export const region = "ap-northeast-2";
export type Account = { readonly accessKeyId: string; readonly secretAccessKey: string };

/**
 * Whose data the engine shows. Amazon's engine listens on all addresses of the machine and cannot be told otherwise; it keeps the tables of each access key
 * apart, so that one which nobody can guess is what keeps the neighbours out. Letters and digits only: the engine refuses others.
 */
export const localAccount = (folder: string): Account => ({
  accessKeyId: `J${secretOf(join(folder, "engine-account"), 16).toString("hex")}`,
  secretAccessKey: "local",
});

/** Domain of local mails; no such domain exists (RFC 2606). */
export const mailDomain = "jobstop.example.com";

export type Secrets = {
  readonly signInPepper: string;
  readonly ticketSealKey: string;
  readonly supportSealKey: string;
  readonly feedSealKey: string;
  readonly edge: { readonly name: string; readonly value: string };
};

/** Made at the first start and kept: what they sealed and signed must open after the next one. */
export function localSecrets(folder: string): Secrets {
  const secret = (name: string) => secretOf(join(folder, name), 32).toString("base64");
  return {
    signInPepper: secret("sign-in-pepper"),
    ticketSealKey: secret("ticket-seal-key"),
    supportSealKey: secret("support-seal-key"),
    feedSealKey: secret("feed-seal-key"),
    edge: { name: edgeSecretHeader, value: secret("edge-secret") },
  };
}

type Surroundings = {
  readonly origin: string;
  readonly account: Account;
  readonly tableName: string;
  readonly ledgerName: string;
  readonly ticketKeyId: string;
  readonly secrets: Secrets;
  readonly endpoints: { readonly dynamoDb: string; readonly ses: string; readonly kms: string };
};

/** Where the package of fonts lies, from which a deployed function is given what it reads. */
export const localFontFolder = join(import.meta.dirname, "..", "..", "node_modules", "@expo-google-fonts", "noto-sans-kr");

/** What CDK and Lambda would put into the environment of the functions; the SDK finds the local endpoints there by itself. */
export function functionEnvironment(surroundings: Surroundings): Record<string, string> {
  const { origin, account, tableName, ledgerName, ticketKeyId, secrets, endpoints } = surroundings;
  return {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: account.accessKeyId,
    AWS_SECRET_ACCESS_KEY: account.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamoDb,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: endpoints.dynamoDb,
    AWS_ENDPOINT_URL_SESV2: endpoints.ses,
    AWS_ENDPOINT_URL_KMS: endpoints.kms,
    POWERTOOLS_SERVICE_NAME: serviceName,
    POWERTOOLS_METRICS_NAMESPACE: "Jobstop/local",
    POWERTOOLS_METRICS_DISABLED: "true",
    POWERTOOLS_TRACE_ENABLED: "false",
    [envNames.table]: tableName,
    [envNames.ledger]: ledgerName,
    [envNames.origin]: origin,
    [envNames.mailFrom]: `"일자리 정류장" <noreply@${mailDomain}>`,
    [envNames.mailConfigurationSet]: "jobstop-local",
    [envNames.ticketKey]: ticketKeyId,
    [envNames.ticketSealKey]: secrets.ticketSealKey,
    [envNames.supportSealKey]: secrets.supportSealKey,
    [envNames.feedSealKey]: secrets.feedSealKey,
    [envNames.feedLoopback]: "allowed",
    [envNames.signInPepper]: secrets.signInPepper,
    [envNames.edgeSecrets]: secrets.edge.value,
    [envNames.fontFolder]: localFontFolder,
  };
}
