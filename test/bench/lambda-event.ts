import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { WorldRequest } from "./bench-world.ts";

/** A request as the HTTP API tells it to a function. */
export const eventOf = ({ method, path, headers, cookies, body }: WorldRequest): APIGatewayProxyEventV2 => {
  const [rawPath = "", rawQueryString = ""] = path.split("?");
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString,
    headers,
    cookies,
    requestContext: {
      accountId: "000000000000",
      apiId: "bench",
      domainName: "bench.execute-api.ap-northeast-2.amazonaws.com",
      domainPrefix: "bench",
      http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "198.51.100.7", userAgent: "bench" },
      requestId: "bench",
      routeKey: "$default",
      stage: "$default",
      time: "23/Nov/2026:01:00:00 +0000",
      timeEpoch: 1_795_395_600_000,
    },
    ...(body !== undefined && { body }),
    isBase64Encoded: false,
  };
};

/** The bare handler's booking, of a size like ours. */
export const bareRequest = (visitId: string, bookingId: string, slotId: string, registrationId: string): WorldRequest => ({
  method: "PUT",
  path: `/api/bare/${visitId}/${bookingId}`,
  headers: { "content-type": "application/json", "accept-language": "ko" },
  cookies: [],
  body: JSON.stringify({ slotId, registrationId }),
});
