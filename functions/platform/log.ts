import { Logger } from "@aws-lambda-powertools/logger";
import type { LogItemExtraInput, LogItemMessage } from "@aws-lambda-powertools/logger/types";
import { countLine } from "./metrics.ts";

/** Structured log with ids and codes only: never bodies, addresses, names, cookies or tokens. */
export type Log = Pick<Logger, "info" | "warn" | "error" | "debug">;

/** A log whose lines are counted, whether or not their level is written. */
class CountedLog extends Logger {
  override debug(input: LogItemMessage, ...extra: LogItemExtraInput): void {
    countLine(input, extra);
    super.debug(input, ...extra);
  }

  override info(input: LogItemMessage, ...extra: LogItemExtraInput): void {
    countLine(input, extra);
    super.info(input, ...extra);
  }

  override warn(input: LogItemMessage, ...extra: LogItemExtraInput): void {
    countLine(input, extra);
    super.warn(input, ...extra);
  }

  override error(input: LogItemMessage, ...extra: LogItemExtraInput): void {
    countLine(input, extra);
    super.error(input, ...extra);
  }
}

export const openLog = (name: string): Logger => new CountedLog({ serviceName: name });
