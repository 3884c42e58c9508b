import { timingSafeEqual } from "node:crypto";
import { createMiddleware } from "hono/factory";
import { refuse } from "../../shared/problem/catalogue.ts";
import { edgeSecretHeader } from "../../shared/wiring.ts";
import { problem } from "./problem.ts";

/**
 * Refuses what did not come through CloudFront: there are the firewall and the true address of the sender; the API's own address is public and has
 * neither.
 * @param secrets the one that CloudFront shows, and the one before it while the two are changed over.
 */
export const onlyThroughEdge = (secrets: readonly string[]) => {
  const expected = secrets.map((secret) => Buffer.from(secret));
  return createMiddleware(async (c, next) => {
    const given = Buffer.from(c.req.header(edgeSecretHeader) ?? "");
    const isKnown = expected.some((secret) => given.length === secret.length && timingSafeEqual(given, secret));
    return isKnown ? next() : problem(c, refuse("not-allowed"));
  });
};
