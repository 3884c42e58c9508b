import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Hono } from "hono";

/**
 * Requests, answers and headers as plain objects, with what Hono and we look at. The first touch of Node's own `Request`, `Response` or `Headers`
 * loads its whole HTTP client, which is a third of a bare function's cold start, and each costs more than the routing of a request.
 * An answer that was made with Node's own goes through all the same.
 */
class PlainHeaders implements Iterable<[string, string]> {
  readonly #values = new Map<string, string>();
  readonly #cookies: string[] = [];

  constructor(init: Readonly<Record<string, string | undefined>> = {}) {
    for (const [name, value] of Object.entries(init)) if (value !== undefined) this.set(name, value);
  }

  get(name: string): string | null {
    return this.#values.get(name.toLowerCase()) ?? null;
  }

  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }

  set(name: string, value: string): void {
    this.delete(name);
    this.append(name, value);
  }

  append(name: string, value: string): void {
    const key = name.toLowerCase();
    if (key === "set-cookie") this.#cookies.push(value);
    const earlier = this.#values.get(key);
    this.#values.set(key, earlier === undefined ? value : `${earlier}, ${value}`);
  }

  delete(name: string): void {
    const key = name.toLowerCase();
    if (key === "set-cookie") this.#cookies.length = 0;
    this.#values.delete(key);
  }

  getSetCookie(): string[] {
    return [...this.#cookies];
  }

  /** Every cookie by itself, as the standard has it. */
  *entries(): Generator<[string, string]> {
    for (const [name, value] of this.#values) if (name !== "set-cookie") yield [name, value];
    for (const cookie of this.#cookies) yield ["set-cookie", cookie];
  }

  *keys(): Generator<string> {
    for (const [name] of this.entries()) yield name;
  }

  [Symbol.iterator](): Iterator<[string, string]> {
    return this.entries();
  }

  forEach(each: (value: string, name: string) => void): void {
    for (const [name, value] of this.entries()) each(value, name);
  }
}

/** What a handler answers: text, or bytes. */
export const plainResponse = (
  body: string | Uint8Array | null,
  { status, headers, cookies = [] }: { status: number; headers: Readonly<Record<string, string | undefined>>; cookies?: readonly string[] },
): Response => {
  const all = new PlainHeaders(headers);
  for (const cookie of cookies) all.append("set-cookie", cookie);
  const text = () => (typeof body === "string" ? body : Buffer.from(body ?? []).toString());
  const response = {
    status,
    ok: status >= 200 && status < 300,
    headers: all,
    // Hono makes a standard response from it where a middleware wants one.
    body,
    bodyUsed: false,
    text: async () => text(),
    json: async () => JSON.parse(text()),
    arrayBuffer: async () => Uint8Array.from(Buffer.from(body ?? "")).buffer,
  };
  return response as unknown as Response;
};

/** What we read of an event of the HTTP API. */
type RequestEvent = Pick<APIGatewayProxyEventV2, "rawPath" | "rawQueryString" | "headers" | "cookies" | "body" | "isBase64Encoded"> & {
  requestContext: { domainName: string; http: { method: string } };
};

/** What may not stand in a path as it is; a sequence that is encoded already may. */
const notInPaths = /%(?![0-9a-f]{2})|[^\w\-.~!$&'()*+,;=:@/%]/giu;

/**
 * The address that was asked for. API Gateway hands the path over decoded, other ways to a function as it was sent: both lead to the same. It is put together by
 * hand, since a parser of addresses would take a number sign for the end of the path, leave out line breaks, and go up at two dots.
 */
const addressOf = ({ rawPath, rawQueryString, requestContext }: RequestEvent): string =>
  `https://${requestContext.domainName}${rawPath.replace(notInPaths, encodeURIComponent)}${rawQueryString ? `?${rawQueryString.replaceAll("#", "%23")}` : ""}`;

/** The request that an event of the HTTP API stands for. */
const plainRequest = (event: RequestEvent): Request => {
  const { body, isBase64Encoded, cookies, headers, requestContext } = event;
  const all = new PlainHeaders(headers);
  if (cookies) all.set("cookie", cookies.join("; "));
  const bytes = () => new Uint8Array(Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"));
  const request = {
    method: requestContext.http.method,
    url: addressOf(event),
    headers: all,
    arrayBuffer: async () => bytes().buffer,
    text: async () => new TextDecoder().decode(bytes()),
  };
  return request as unknown as Request;
};

/** The app as a function behind an HTTP API: one event in, one answer out. Bytes travel in base64; text as it is. */
export const answerEvents =
  (app: Hono) =>
  async (event: RequestEvent): Promise<APIGatewayProxyStructuredResultV2> => {
    const response = await app.fetch(plainRequest(event));
    const headers: Record<string, string> = {};
    response.headers.forEach((value, name) => {
      if (name !== "set-cookie") headers[name] = value;
    });
    const cookies = response.headers.getSetCookie();
    const bytes = (response.body as unknown) instanceof Uint8Array ? (response.body as unknown as Uint8Array) : undefined;
    return {
      statusCode: response.status,
      headers,
      ...(cookies.length > 0 && { cookies }),
      body: bytes ? Buffer.from(bytes).toString("base64") : await response.text(),
      isBase64Encoded: bytes !== undefined,
    };
  };
