import { officeRoots, paperRoots, secondStepRoots } from "../../shared/wiring.ts";

/** The functions that answer requests. */
export type ApiFunction = "api" | "secondStep" | "office" | "papers";
type ApiRoute = { name: ApiFunction; path: string };

const below = "/{proxy+}";
const routesTo = (name: ApiFunction, roots: readonly string[]): ApiRoute[] =>
  roots.flatMap((root) => [root, `${root}${below}`].map((path) => ({ name, path })));
const allElse: ApiRoute = { name: "api", path: `/api${below}` };

/** The routes of the HTTP API, which takes the most exact that fits: what has a function of its own, and then all else. */
export const apiRoutes: readonly ApiRoute[] = [
  ...routesTo("secondStep", secondStepRoots),
  ...routesTo("office", officeRoots),
  ...routesTo("papers", paperRoots),
  allElse,
];

const takes = ({ path: route }: ApiRoute, path: string): boolean =>
  route.endsWith(below) ? path.startsWith(route.slice(0, 1 - below.length)) : path === route;

export const routeOf = (path: string): ApiRoute => apiRoutes.find((route) => takes(route, path)) ?? allElse;

export const functionOf = (path: string): ApiFunction => routeOf(path).name;

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

/** Where another system shows its key; CloudFront passes the header on here, and nowhere else. */
export const feedPath = "/api/feed/*";
export const feedHeader = "authorization";

/** Request headers that reach the API from a path. */
export const headersPassedOn = (path: string): readonly string[] =>
  path.startsWith(feedPath.slice(0, -1)) ? [...forwardedHeaders, feedHeader] : forwardedHeaders;

/** Where static files of the site may be kept for good: their names change with their content. */
export const immutablePath = "/assets/";
export const immutableCaching = "public, max-age=31536000, immutable";
/** Everything else is asked for anew each time, and answered with 304 mostly. */
export const revalidatedCaching = "no-cache";
