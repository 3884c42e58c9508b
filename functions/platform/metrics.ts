import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { MiddlewareObj } from "@middy/core";
import { countedLines } from "./counted-lines.ts";

let made: Metrics | undefined;
/**
 * One for the process; published when an invocation ends, as a line of the log that CloudWatch reads. Made when it is first needed: it reads the environment, which a
 * machine of one's own sets after this file is loaded.
 */
const metrics = (): Metrics => {
  made ??= new Metrics();
  return made;
};

const numberIn = (data: unknown, field: string): number => {
  const value = typeof data === "object" && data !== null ? (data as Record<string, unknown>)[field] : undefined;
  return typeof value === "number" ? value : 0;
};

const textIn = (data: unknown, field: string): string => {
  const value = typeof data === "object" && data !== null ? (data as Record<string, unknown>)[field] : undefined;
  return typeof value === "string" ? value : "unknown";
};

/** Counts a line of the log by its message, where it is one that is counted. */
export const countLine = (message: unknown, [data]: readonly unknown[]): void => {
  for (const { metric, field, by } of typeof message === "string" ? (countedLines[message] ?? []) : []) {
    const count = field === undefined ? 1 : numberIn(data, field);
    if (by === undefined) metrics().addMetric(metric, MetricUnit.Count, count);
    else metrics().singleMetric().addDimension(by, textIn(data, by)).addMetric(metric, MetricUnit.Count, count);
  }
};

const publish = (): void => {
  // The library warns in the log of an invocation that counted nothing.
  if (metrics().hasStoredMetrics()) metrics().publishStoredMetrics();
};

/** What every entry does: counts its cold start, and publishes what was counted, also of an invocation that failed. */
export const counting: MiddlewareObj = {
  before: ({ context }) => metrics().captureColdStartMetric(context.functionName),
  after: publish,
  onError: publish,
};
