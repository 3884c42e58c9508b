import { Logger } from "@aws-lambda-powertools/logger";

/** Structured log with ids and codes only: never bodies, addresses, names, cookies or tokens. */
export type Log = Pick<Logger, "info" | "warn" | "error" | "debug">;

export const openLog = (name: string): Logger => new Logger({ serviceName: name });
