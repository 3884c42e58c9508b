import { officeRoots, paperRoots, peopleRoots, secondStepRoots, signInRoots } from "../../shared/wiring.ts";

/** The functions that answer requests. */
export type ApiFunction = "api" | "secondStep" | "office" | "papers";
type ApiRoute = {
  name: ApiFunction;
  path: string;
  /** Of the requests a second that the stage takes: what is asked for seldom, or costs more, has less, and can use up no more than that. */
  share: number;
};

const below = "/{proxy+}";
const routesTo = (name: ApiFunction, share: number, roots: readonly string[]): ApiRoute[] =>
  roots.flatMap((root) => [root, `${root}${below}`].map((path) => ({ name, path, share })));
/** Where nothing is. It is answered in words, and seldom. */
const elsewhere: ApiRoute = { name: "api", path: `/api${below}`, share: 0.05 };

/** The routes of the HTTP API, each with its throttle; it takes the most exact that fits. */
export const apiRoutes: readonly ApiRoute[] = [
  ...routesTo("api", 1, peopleRoots),
  ...routesTo("api", 0.5, signInRoots),
  ...routesTo("secondStep", 0.2, secondStepRoots),
  ...routesTo("office", 0.4, officeRoots),
  ...routesTo("papers", 0.1, paperRoots),
  elsewhere,
];

const takes = ({ path: route }: ApiRoute, path: string): boolean =>
  route.endsWith(below) ? path.startsWith(route.slice(0, 1 - below.length)) : path === route;

const literal = ({ path }: ApiRoute): number => path.replace(below, "/").length;

/** As the HTTP API chooses: a whole path before a beginning, a longer beginning before a shorter one. */
export const routeOf = (path: string): ApiRoute =>
  apiRoutes.filter((route) => takes(route, path)).sort((a, b) => literal(b) - literal(a))[0] ?? elsewhere;

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
