import type { Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import * as z from "zod/mini";
import { isForKeys, isOverOthers, isRawAnswer, type Operation, type Operations, type Who } from "../../shared/contract/operation.ts";
import { rolesAnywhere, rolesAt } from "../../shared/domain/roles-at.ts";
import type { FieldProblem, Outcome, Refusal } from "../../shared/problem/catalogue.ts";
import { done, refuse } from "../../shared/problem/catalogue.ts";
import { fieldProblemsOf } from "../../shared/problem/field-problems.ts";
import type { Actor, Identify, IdentifyDevice, IdentifyKiosk, IdentifySystem, Kiosk, OtherSystem, PairedDevice, Proof } from "./actor.ts";
import type { Log } from "./log.ts";
import type { NoteAccess } from "./note-access.ts";
import { plainResponse } from "./plain-http.ts";
import { localeOf, problem } from "./problem.ts";
import { readJson } from "./read-json.ts";
import type { Extras, Handlers, Request } from "./reply.ts";

// Checks that are compiled from text pay off over thousands of requests, and cost a new process more than they save in its first ones.
z.config({ jitless: true });

export const sessionCookie = "__Host-session";
/** Of an employer's device at a table: another kind of session, in a cookie of its own, so that neither passes for the other. */
export const tableCookie = "__Host-table";

/** Of a kiosk, another kind again. */
export const kioskCookie = "__Host-kiosk";

export type Surroundings = {
  identify: Identify;
  identifyDevice: IdentifyDevice;
  identifyKiosk: IdentifyKiosk;
  identifySystem: IdentifySystem;
  noteAccess: NoteAccess;
  log: Log;
  /** Public origin, for the same-origin check. */
  origin: string;
};

/** Seconds after which a request that could not be served now may be sent again. */
const retryAfterSeconds = 2;

type Strings = Readonly<Record<string, string>>;
type Caller = Actor | PairedDevice | Kiosk | OtherSystem;

const pathOf = (key: string): [method: string, path: string] => {
  const [method = "", path = ""] = key.split(" ");
  return [method, path.replace(/\{(\w+)\}/g, ":$1")];
};

/**
 * Unsafe methods act on a cookie, so they must come from our own pages: same `Origin`, and a `Sec-Fetch-Site` that does not say otherwise
 * (`PRIVACY-SECURITY.md`, Sign-in).
 */
const isSameOrigin = (c: Context, origin: string): boolean => {
  const site = c.req.header("sec-fetch-site");
  return c.req.header("origin") === origin && (site === undefined || site === "same-origin" || site === "none");
};

/** Others get the answer they would get if the employer did not exist; staff without the role are told so. */
const hasRight = (
  { who, unproven }: { who: Exclude<Who, "paired-device" | "kiosk" | { scope: unknown }>; unproven: true | undefined },
  actor: Actor,
  params: Record<string, string>,
): Refusal | undefined => {
  if (who === "anyone") return undefined;
  if (!actor) return refuse("sign-in-needed");
  // Whose address staff wrote down may be anybody: nothing of the person before they have proved that they are it.
  if (who === "signed-in") return actor.isUnproven && !unproven ? refuse("address-unproven") : undefined;
  if (who === "employer-member") return actor.employerIds.some((id) => id === params.employerId) ? undefined : refuse("not-found");
  const roles = who.atAnyVisit ? rolesAnywhere(actor) : rolesAt(actor, params.visitId);
  return who.staff.some((role) => roles.includes(role)) ? undefined : refuse("not-allowed");
};

/** RFC 9110 §13.1.2: weak comparison with any of a list, or with whatever there is. */
const isKnownTo = (ifNoneMatch: string | undefined, etag: string): boolean => {
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return (ifNoneMatch ?? "").split(",").some((tag) => tag.trim() === "*" || bare(tag) === bare(etag));
};

/** What is asked of an operation that knows no query. */
const noQuery = z.strictObject({});

const parsePart = (schema: z.ZodMiniType | undefined, value: unknown, root: string): Outcome<unknown> => {
  if (!schema) return done(undefined);
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return done(parsed.data);
  return refuse("invalid-fields", { fields: fieldProblemsOf(parsed.error, root) });
};

/** Who sends a request to an operation, or why they may not. What anybody may read is the same for everybody, so nobody is looked up for it. */
const callerOf = async (
  c: Context,
  operation: Operation,
  { identify, identifyDevice, identifyKiosk, identifySystem }: Surroundings,
): Promise<Outcome<Caller>> => {
  const { who, unproven } = operation;
  if (isForKeys(who)) return identifySystem(c.req.header("authorization"), who.scope);
  if (who === "paired-device") {
    const device = await identifyDevice(getCookie(c, tableCookie));
    return device ? done(device) : refuse("pairing-needed");
  }
  if (who === "kiosk") {
    const kiosk = await identifyKiosk(getCookie(c, kioskCookie));
    return kiosk ? done(kiosk) : refuse("pairing-needed");
  }
  const actor = who === "anyone" && c.req.method === "GET" ? undefined : await identify(getCookie(c, sessionCookie));
  return hasRight({ who, unproven }, actor, c.req.param()) ?? hasProof(operation, actor?.proof) ?? done(actor);
};

/** A right over other people's data is good only in a session in which the second step was proved; changing how one signs in only soon after that. */
const hasProof = ({ who, fresh }: Operation, proof: Proof | undefined): Refusal | undefined => {
  if (!fresh && !isOverOthers(who)) return undefined;
  if (proof === "fresh" || (proof === "strong" && !fresh)) return undefined;
  return refuse(proof === "strong" ? "fresh-step-needed" : "second-step-needed");
};

/** The three parts of a request, all refused fields together. A malformed id in the path is an address that does not exist. */
const parseRequest = async (c: Context, operation: Operation): Promise<Outcome<Pick<Request<Operation>, "params" | "query" | "body">>> => {
  const params = parsePart(operation.params, c.req.param(), "");
  if (!params.ok) return refuse("not-found");
  const query = parsePart(operation.query ?? noQuery, c.req.query(), "/query");
  const json = operation.body ? await readJson(c.req) : done(undefined);
  if (!json.ok) return json;
  const body = parsePart(operation.body, json.value, "");
  const fields: FieldProblem[] = [query, body].flatMap((part) => (part.ok ? [] : [...(part.fields ?? [])]));
  if (!query.ok || !body.ok) return refuse("invalid-fields", { fields });
  return done({ params: params.value, query: query.value, body: body.value } as Pick<Request<Operation>, "params" | "query" | "body">);
};

const ipOf = (c: Context): string => {
  // CloudFront adds the port; the address of an IPv6 viewer is not in brackets.
  const viewer = c.req.header("cloudfront-viewer-address") ?? "";
  return viewer.replace(/:\d+$/, "") || "unknown";
};

/** Registers the handlers of a group of operations: checks who asks, then the shape, then hands over; one place translates for all. */
export const serve = <const Group extends Operations>(
  app: Hono,
  group: Group,
  handlers: Handlers<Group>,
  surroundings: Surroundings,
): void => {
  for (const [key, operation] of Object.entries(group)) {
    const [method, path] = pathOf(key);
    const handle = handlers[key as keyof Group] as (
      request: Request<Operation>,
    ) => Promise<Outcome<{ status: number; body: unknown } & Extras>>;
    app.on(method, path, async (c) => {
      if (method !== "GET" && !isSameOrigin(c, surroundings.origin)) return problem(c, refuse("other-site"));
      const caller = await callerOf(c, operation, surroundings);
      if (!caller.ok) return problem(c, caller);
      const parsed = await parseRequest(c, operation);
      if (!parsed.ok) return problem(c, parsed);
      const { params = {}, query = {}, body: sent } = parsed.value as { params?: Strings; query?: Strings; body?: unknown };
      const ip = ipOf(c);
      const cookie = (name: string) => getCookie(c, name);
      const noting = surroundings.noteAccess({ key, operation, params, query, body: sent, actor: caller.value, ip, cookie });
      const outcome = await handle({
        ...parsed.value,
        actor: caller.value,
        locale: localeOf(c.req.header("accept-language")),
        ip,
        userAgent: c.req.header("user-agent") ?? "",
        cookie,
        shows: noting.shows,
      } as Request<Operation>);
      try {
        await (outcome.ok ? noting.answered(outcome.value.body) : noting.refused(outcome));
      } catch (error) {
        surroundings.log.error("access.not-noted", { operation: key, error: error instanceof Error ? error.name : "unknown" });
        // Nobody sees what nobody would know they saw (promise 9).
        if (outcome.ok) return problem(c, refuse("busy", { retryAfterSeconds }));
      }
      if (!outcome.ok) return problem(c, outcome);
      const { status, body, headers = {}, cookies = [] } = outcome.value;
      // Who has this very answer already is told so in place of it.
      if (headers.etag && isKnownTo(c.req.header("if-none-match"), headers.etag)) return plainResponse(null, { status: 304, headers });
      const answer = operation.answers[status] ?? null;
      const sendable = answer === null ? null : isRawAnswer(answer) ? (body as string | Uint8Array) : JSON.stringify(body);
      const type = answer === null ? {} : { "content-type": isRawAnswer(answer) ? answer.contentType : "application/json; charset=utf-8" };
      return plainResponse(sendable, { status, headers: { "cache-control": "no-store", ...type, ...headers }, cookies });
    });
  }
};
