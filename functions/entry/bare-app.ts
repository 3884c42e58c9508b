import { Hono } from "hono";
import { refuse } from "../../shared/problem/catalogue.ts";
import { serverTimeHeader } from "../../shared/wiring.ts";
import { answerHeaders } from "../platform/answer-headers.ts";
import { isBusy } from "../platform/busy.ts";
import type { Deps } from "../platform/deps.ts";
import { onlyThroughEdge } from "../platform/edge.ts";
import { problem } from "../platform/problem.ts";

/** Seconds after which a contended request may be sent again. */
const retryAfterSeconds = 2;

/** Where an error was thrown. Without its message, which may quote what was sent. */
const framesOf = ({ stack = "" }: Error): string =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");

/** What every function has that answers requests: headers, the edge's secret, refusals for what is not there and what went wrong. */
export const bareApp = ({ clock, log }: Pick<Deps, "clock" | "log">, edgeSecrets: readonly string[]): Hono => {
  const app = new Hono();
  app.use(answerHeaders);
  app.use(async (c, next) => {
    await next();
    c.res.headers.set(serverTimeHeader, clock.now());
  });
  app.use(onlyThroughEdge(edgeSecrets));
  app.notFound((c) => problem(c, refuse("not-found")));
  app.onError((error, c) => {
    if (isBusy(error)) {
      log.warn("request.contended", { path: c.req.routePath, error: error.name });
      return problem(c, refuse("busy", { retryAfterSeconds }));
    }
    log.error("request.failed", { path: c.req.routePath, error: error.name, stack: framesOf(error) });
    return problem(c, refuse("unexpected"));
  });
  return app;
};
