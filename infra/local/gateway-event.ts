import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { headersPassedOn, routeOf } from "../constructs/api-edge.ts";

/** The API's own host: as on AWS, the function does not see the host of the site. */
const apiHost = "local.execute-api.ap-northeast-2.amazonaws.com";
/** API Gateway is called by CloudFront, so that this is an edge's address (TEST-NET-2) and never the reader's. */
const edgeAddress = "198.51.100.7";

/** What is looked at of a request. */
type AskedRequest = Pick<IncomingMessage, "url" | "method" | "headers" | "headersDistinct"> & {
  readonly socket: Partial<Pick<Socket, "remoteAddress" | "remotePort">>;
};

export type EdgeRequest = {
  readonly request: AskedRequest;
  readonly body: Buffer;
  /** Header that CloudFront adds, to prove that the request came through it. */
  readonly edgeSecret: { readonly name: string; readonly value: string };
};

/** The path cannot be decoded; API Gateway answers 400 by itself. */
export class MalformedPath extends Error {}

/** What API Gateway makes of a request that came through CloudFront: event of an HTTP API, payload format 2.0. */
export function toGatewayEvent({ request, body, edgeSecret }: EdgeRequest): APIGatewayProxyEventV2 {
  const [encodedPath = "/", rawQueryString = ""] = (request.url ?? "/").split(/\?(.*)/s);
  const rawPath = decodePath(encodedPath);
  const now = new Date();
  const method = request.method ?? "GET";
  const headers = headersOf(request, headersPassedOn(rawPath), edgeSecret);
  const cookies = request.headers.cookie?.split(/;\s*/).filter((pair) => pair !== "");
  const query = queryOf(rawQueryString);
  const route = routeOf(rawPath).path;
  const asText = isText(headers["content-type"] ?? "");
  return {
    version: "2.0",
    routeKey: `ANY ${route}`,
    rawPath,
    rawQueryString,
    ...(cookies?.length && { cookies }),
    headers,
    ...(query && { queryStringParameters: query }),
    ...(route.includes("{") && { pathParameters: { proxy: rawPath.slice(route.indexOf("{")) } }),
    requestContext: {
      accountId: "000000000000",
      apiId: "local",
      domainName: apiHost,
      domainPrefix: "local",
      http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: edgeAddress, userAgent: headers["user-agent"] ?? "" },
      requestId: randomUUID(),
      routeKey: `ANY ${route}`,
      stage: "$default",
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(asText ? "utf8" : "base64") }),
    isBase64Encoded: body.length > 0 && !asText,
  };
}

/** API Gateway hands the path over decoded, and cuts it at a question mark that was encoded. */
function decodePath(encoded: string): string {
  try {
    return decodeURIComponent(encoded).split("?")[0] ?? "/";
  } catch (error) {
    throw new MalformedPath(encoded, { cause: error });
  }
}

/** Lower-case names, several values of one name joined by a comma, cookies apart. */
function headersOf(request: AskedRequest, names: readonly string[], edgeSecret: EdgeRequest["edgeSecret"]): Record<string, string> {
  const passed = names.flatMap((name) => {
    const values = request.headersDistinct[name];
    return values ? [[name, values.join(",")] as const] : [];
  });
  const { remoteAddress = "", remotePort = 0 } = request.socket;
  const viewer = remoteAddress.replace(/^::ffff:/, "");
  return {
    ...Object.fromEntries(passed),
    host: apiHost,
    "content-length": request.headers["content-length"] ?? "0",
    "x-forwarded-for": `${viewer}, ${edgeAddress}`,
    "x-forwarded-port": "443",
    "x-forwarded-proto": "https",
    "cloudfront-viewer-address": `${viewer}:${remotePort}`,
    [edgeSecret.name]: edgeSecret.value,
  };
}

function queryOf(rawQueryString: string): Record<string, string> | undefined {
  if (rawQueryString === "") return undefined;
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString)) query[name] = name in query ? `${query[name]},${value}` : value;
  return query;
}

function isText(contentType: string): boolean {
  return /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded))|\+json|\+xml/i.test(contentType);
}

/** 26/Nov/2026:08:00:00 +0000 */
function commonLogTime(instant: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(instant.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
