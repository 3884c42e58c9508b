import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { countedLines } from "../../functions/platform/counted-lines.ts";
import { serviceMetrics } from "../../shared/wiring.ts";

const root = join(import.meta.dirname, "../..");

/** What a function with this body writes, line by line, with metrics published as on AWS. */
const linesOf = (body: string, environment: Record<string, string> = {}): Record<string, unknown>[] => {
  const script = `
    const { openLog } = await import("./functions/platform/log.ts");
    const { entry } = await import("./functions/platform/entry.ts");
    const log = openLog("test");
    const handler = entry(log, async () => { ${body} });
    const context = { functionName: "a-function", awsRequestId: "request-1", invokedFunctionArn: "arn", memoryLimitInMB: "128" };
    await handler({}, context).catch(() => {});`;
  const env = {
    ...process.env,
    ...{ POWERTOOLS_SERVICE_NAME: "jobstop", POWERTOOLS_METRICS_NAMESPACE: "Jobstop/test", POWERTOOLS_TRACE_ENABLED: "false" },
    ...{ POWERTOOLS_DEV: "false", POWERTOOLS_METRICS_DISABLED: "false", POWERTOOLS_LOG_LEVEL: "INFO", ...environment },
  };
  const written = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: root, env, encoding: "utf8" });
  return written
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};
const metricsIn = (lines: Record<string, unknown>[]) => lines.filter((line) => "_aws" in line && !("ColdStart" in line));

describe("a line of the log", () => {
  test("that is counted becomes a metric of the service when the invocation ends", () => {
    const [published, ...others] = metricsIn(linesOf('log.info("mail.sent", {}); log.info("mail.sent", {}); log.info("notices.put", {})'));
    expect(others).toEqual([]);
    expect(published).toMatchObject({
      service: "jobstop",
      MailsSent: [1, 1],
      _aws: {
        CloudWatchMetrics: [{ Namespace: "Jobstop/test", Dimensions: [["service"]], Metrics: [{ Name: "MailsSent", Unit: "Count" }] }],
      },
    });
  });

  test("may say how many, none too, and what by", () => {
    const published = metricsIn(
      linesOf('log.info("events.taken", { merged: 3, quarantined: 0 }); log.info("booking.refused", { code: "slot-full" })'),
    );
    expect(published).toHaveLength(2);
    expect(published).toContainEqual(expect.objectContaining({ code: "slot-full", BookingsRefused: 1 }));
    expect(published).toContainEqual(expect.objectContaining({ ScansMerged: 3, ScansQuarantined: 0, BookingsRefused: 1 }));
  });

  test("is counted where its level is not written, and where the function fails after it", () => {
    const lines = linesOf('log.debug("mail.claimed", {}); log.error("request.failed", {}); throw new Error("broken")', {
      POWERTOOLS_LOG_LEVEL: "CRITICAL",
    });
    expect(metricsIn(lines)).toEqual([expect.objectContaining({ MailsClaimed: 1, RequestsFailed: 1 })]);
    expect(lines.filter((line) => "level" in line)).toEqual([]);
  });
});

test("every line that is counted is written somewhere, and every metric is counted by a line", () => {
  const source = globSync("functions/**/*.ts", { cwd: root })
    .filter((file) => !file.endsWith("counted-lines.ts"))
    .map((file) => readFileSync(join(root, file), "utf8"))
    .join("\n");
  for (const message of Object.keys(countedLines)) expect(source.includes(`"${message}"`), message).toBe(true);
  const counted = new Set(Object.values(countedLines).flatMap((some) => some.map(({ metric }) => metric)));
  expect([...counted].toSorted()).toEqual(serviceMetrics.toSorted());
});
