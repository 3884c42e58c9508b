import type { ServerResponse } from "node:http";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";

/** Sends what a function returned, the way an HTTP API does: also a bare value, which it takes for a JSON body. */
export function sendGatewayAnswer(response: ServerResponse, returned: unknown, requestId: string): void {
  const answer = structured(returned);
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, String(value));
  if (answer.cookies?.length) response.setHeader("set-cookie", answer.cookies);
  response.setHeader("apigw-requestid", requestId);
  const body = answer.body === undefined ? undefined : Buffer.from(answer.body, answer.isBase64Encoded ? "base64" : "utf8");
  response.writeHead(answer.statusCode ?? 200).end(body);
}

/** What API Gateway says by itself. */
export function sendGatewayError(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ message }));
}

function structured(returned: unknown): APIGatewayProxyStructuredResultV2 {
  if (typeof returned === "object" && returned !== null && "statusCode" in returned) return returned as APIGatewayProxyStructuredResultV2;
  const body = typeof returned === "string" ? returned : JSON.stringify(returned ?? null);
  return { statusCode: 200, headers: { "content-type": "application/json" }, body };
}
