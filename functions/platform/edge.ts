import { timingSafeEqual } from "node:crypto";
import { createMiddleware } from "hono/factory";
import { refuse } from "../../shared/problem/catalogue.ts";
import { edgeSecretHeader } from "../../shared/wiring.ts";
import { problem } from "./problem.ts";

/**
 * Refuses what did not come through CloudFront: there are the firewall and the true address of the sender; the API's own address is public and has
 * neither.
 */
export const onlyThroughEdge = (secret: string) => {
  const expected = Buffer.from(secret);
  return createMiddleware(async (c, next) => {
    const given = Buffer.from(c.req.header(edgeSecretHeader) ?? "");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return problem(c, refuse("not-allowed"));
    return next();
  });
};
