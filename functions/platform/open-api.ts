import * as z from "zod/mini";
import { api } from "../../shared/contract/api.ts";
import { feedPayloads } from "../../shared/contract/feed-events.ts";
import { generalProblems, isForKeys, isOverOthers, isRawAnswer, type Operation, type RawAnswer } from "../../shared/contract/operation.ts";
import { problemWords } from "../../shared/copy/problems.ts";
import { FeedEventType } from "../../shared/domain/feed.ts";
import { freshMinutes } from "../../shared/domain/second-step.ts";
import { Problem, type ProblemCode, problemStatus } from "../../shared/problem/catalogue.ts";
import { kioskCookie, sessionCookie, tableCookie } from "./serve.ts";

type Json = Record<string, unknown>;

const describeRights = ({ who }: Operation): string => {
  if (who === "anyone") return "Open to anybody.";
  if (who === "signed-in") return "Needs a session.";
  if (who === "employer-member") return "Needs a session of a member of the employer.";
  if (who === "paired-device") return "Needs a device that staff paired with an employer's table.";
  if (who === "kiosk") return "Needs a device that staff made a kiosk.";
  if (isForKeys(who)) return `Needs a key that opens \`${who.scope}\`.`;
  return `Needs a session of staff with one of the roles, always or at the visit of the path: ${who.staff.join(", ")}.`;
};

const describeWho = (operation: Operation): string => {
  if (operation.fresh) return `${describeRights(operation)} The second step must have been proved within the last ${freshMinutes} minutes.`;
  return isOverOthers(operation.who)
    ? `${describeRights(operation)} The second step must have been proved in it.`
    : describeRights(operation);
};

/** JSON Schema 2020-12, as OpenAPI 3.1 has it; what a request may send, or what an answer holds. */
const schemaOf = (schema: z.ZodMiniType, io: "input" | "output"): Json => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return json;
};

const parameters = (operation: Operation, path: string): Json[] => {
  const of = (place: "path" | "query", object: z.ZodMiniObject | undefined): Json[] => {
    if (!object) return [];
    const { properties = {}, required = [] } = schemaOf(object, "input") as { properties?: Record<string, Json>; required?: string[] };
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      in: place,
      required: place === "path" || required.includes(name),
      schema,
    }));
  };
  return [...of("path", operation.params).filter(({ name }) => path.includes(`{${String(name)}}`)), ...of("query", operation.query)];
};

const success = (answer: z.ZodMiniType | RawAnswer | null): Json => {
  if (answer === null) return { description: "Done; no content." };
  if (isRawAnswer(answer))
    return {
      description: answer.description,
      content: { [answer.contentType]: { schema: { type: "string", ...(answer.isBinary && { format: "binary" }) } } },
    };
  return { description: "Done.", content: { "application/json": { schema: schemaOf(answer, "output") } } };
};

/** One answer a status; the codes that share it are listed with their words. */
const refusals = (codes: readonly ProblemCode[]): Record<string, Json> => {
  const byStatus = Map.groupBy(new Set(codes), (code) => problemStatus[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      {
        description: group.map((code) => `\`${code}\`: ${problemWords[code].en.title}.`).join(" "),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
};

const operationId = (method: string, path: string): string =>
  [method.toLowerCase(), ...path.replace(/^\/api\//, "").split(/[^A-Za-z0-9]+/)]
    .filter(Boolean)
    .map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");

const securityOf = ({ who }: Operation): Json[] => {
  if (who === "anyone") return [];
  if (who === "kiosk") return [{ kiosk: [] }];
  if (isForKeys(who)) return [{ key: [] }];
  return [who === "paired-device" ? { table: [] } : { session: [] }];
};

const describe = (key: string, operation: Operation): [path: string, method: string, description: Json] => {
  const [method = "", path = ""] = key.split(" ");
  const answers = Object.entries(operation.answers).map(([status, answer]) => [status, success(answer)]);
  return [
    path,
    method.toLowerCase(),
    {
      operationId: operationId(method, path),
      summary: operation.summary,
      description: describeWho(operation),
      tags: [path.split("/")[2] ?? "api"],
      security: securityOf(operation),
      parameters: parameters(operation, path),
      ...(operation.body && {
        requestBody: { required: true, content: { "application/json": { schema: schemaOf(operation.body, "input") } } },
      }),
      responses: { ...Object.fromEntries(answers), ...refusals([...operation.problems, ...generalProblems(method, operation)]) },
    },
  ];
};

/** Several methods of one path stand together. */
const pathsOf = (operations: Record<string, Operation>): Record<string, Json> => {
  const paths: Record<string, Json> = {};
  for (const [key, operation] of Object.entries(operations)) {
    const [path, method, description] = describe(key, operation);
    paths[path] = { ...paths[path], [method]: description };
  }
  return paths;
};

const toldOf: Record<FeedEventType, string> = {
  "booking.made": "Somebody booked a time.",
  "booking.moved": "A booking was moved to another time, or to another visit.",
  "booking.cancelled": "A booking was cancelled.",
  "arrival.made": "Somebody came to the bus.",
  "arrival.undone": "That somebody came was taken back.",
  "result.noted": "What came of an interview.",
  "result.undone": "That somebody was hired is taken back; it may be confirmed again.",
  "feed.trial": "A manager tried the connection.",
};

/** What other systems are told, in the words of OpenAPI 3.1. */
const webhooks = (): Json =>
  Object.fromEntries(
    FeedEventType.options.map((type) => [
      type,
      {
        post: {
          operationId: operationId("tell", type),
          summary: toldOf[type],
          description:
            "Sent to a system's own address, signed as Standard Webhooks 1.0.0 says. Sent again under the same id until it is answered with 2xx.",
          tags: ["webhooks"],
          security: [],
          parameters: ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => ({
            ...{ name, in: "header", required: true, schema: { type: "string" } },
          })),
          requestBody: { required: true, content: { "application/json": { schema: schemaOf(feedPayloads[type], "output") } } },
          responses: { "204": { description: "Taken; so is any 2xx." }, "410": { description: "Nothing more is wanted here." } },
        },
      },
    ]),
  );

/** Groups of operations, by the second part of their paths. */
const tags = {
  health: "Whether the API runs.",
  public: "What anybody may see: visits, employers, postings, free times.",
  "sign-in": "A mailed code for a session, and the end of one.",
  "second-step": "Passkeys, authenticator apps and recovery codes: what staff and employers prove beyond the mailed code.",
  me: "What the person who is signed in has and does: registrations, bookings, tickets.",
  employers: "What an employer writes and asks for.",
  table: "An employer's device at its table on the day: who is next, and what came of it.",
  kiosk: "A device at the bus on which people register by themselves; it reads nothing.",
  staff: "The centre: visits, places, approvals, check-in, roles.",
  papers: "Certificates and other papers to print, and whether a certificate is true.",
  inquiries: "What anybody asks the centre.",
  office:
    "Outreach, CEO talks and inquiries: firms that were found, what firms bring, and what is answered; other systems that are told or ask.",
  webhooks: "What other systems are told of.",
  feed: "What other systems read by a key: visits, postings, counts.",
};

let made: Json | undefined;

/** The OpenAPI 3.1 document of the API, from the schemas that the API itself checks with. Made at the first call. */
export const openApiDocument = (origin: string): Json => {
  made ??= {
    openapi: "3.1.0",
    info: {
      title: "Jobstop API",
      version: "1.0.0",
      description:
        "The visiting job centre: visits, interview times, registrations, bookings, check-in. Refusals are problem+json (RFC 9457).",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: origin }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: pathsOf(api),
    webhooks: webhooks(),
    components: {
      schemas: { Problem: schemaOf(Problem, "output") },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: sessionCookie },
        table: { type: "apiKey", in: "cookie", name: tableCookie },
        kiosk: { type: "apiKey", in: "cookie", name: kioskCookie },
        key: { type: "http", scheme: "bearer", description: "A key that a manager made for another system: `jsk_…`." },
      },
    },
  };
  return made;
};
