import { secondStepPrefix } from "../../shared/wiring.ts";

/** The routes of the HTTP API, which takes the longest that fits: the second step of signing in has a function of its own, all else goes to the API. */
export const apiPaths = { api: "/api/{proxy+}", secondStep: `${secondStepPrefix}{proxy+}` } as const;
export type ApiFunction = keyof typeof apiPaths;

export const functionOf = (path: string): ApiFunction => (path.startsWith(secondStepPrefix) ? "secondStep" : "api");

/**
 * Request headers that CloudFront passes on to the API besides cookies; it drops all others. Ten are the most that a policy
 * may name. The local gateway drops the same ones, so that nothing works here that fails there.
 */
export const forwardedHeaders = [
  "accept",
  "accept-language",
  "content-type",
  "origin",
  "sec-fetch-site",
  "user-agent",
  "cloudfront-viewer-address",
] as const;

/** Where static files of the site may be kept for good: their names change with their content. */
export const immutablePath = "/assets/";
export const immutableCaching = "public, max-age=31536000, immutable";
/** Everything else is asked for anew each time, and answered with 304 mostly. */
export const revalidatedCaching = "no-cache";
