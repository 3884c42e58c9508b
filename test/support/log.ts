import type { Log } from "../../functions/platform/log.ts";

export type LogLine = { level: string; message: string; data: unknown };
/** A log that keeps its lines. */
export type TestLog = Log & { lines: LogLine[] };

export const aLog = (): TestLog => {
  const lines: LogLine[] = [];
  const keep =
    (level: string) =>
    (message: unknown, ...data: unknown[]) => {
      lines.push({ level, message: String(message), data });
    };
  return { lines, debug: keep("debug"), info: keep("info"), warn: keep("warn"), error: keep("error") };
};
