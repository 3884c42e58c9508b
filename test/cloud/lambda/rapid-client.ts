import { once } from "node:events";
import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { travelTo } from "../../../infra/local/time-travel.ts";
import { nowHeader } from "./wire.ts";

/**
 * In the place of the native module by which AWS's runtime interface client talks to the Runtime API, and which would have to be compiled. What that does with
 * events and answers stays AWS's own code.
 */

const [hostname, port] = (process.env.AWS_LAMBDA_RUNTIME_API ?? "").split(":");
const agent = new Agent({ keepAlive: true });

const call = async (method: string, path: string, body?: string, headers: Record<string, string> = {}) => {
  const asked = request({ agent, hostname, port, method, path: `/2018-06-01/runtime/${path}`, headers });
  asked.end(body);
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  return { bodyJson: await text(answer), headers: answer.headers };
};

const json = { "content-type": "application/json" };
/** The native client returns when its answer has arrived; here the next question waits for that. */
let posted: Promise<unknown> = Promise.resolve();
let back = () => {};

export const next = async (): Promise<{ bodyJson: string; headers: IncomingHttpHeaders }> => {
  await posted;
  const invocation = await call("GET", "invocation/next");
  const now = invocation.headers[nowHeader];
  back();
  if (now) back = travelTo(new Date(String(now)));
  return invocation;
};

export const done = (id: string, body: string): void => {
  posted = call("POST", `invocation/${id}/response`, body, json);
};

export const error = (id: string, body: string, cause: string): void => {
  posted = call("POST", `invocation/${id}/error`, body, {
    ...json,
    "lambda-runtime-function-error-type": JSON.parse(body).errorType ?? "Error",
    "lambda-runtime-function-xray-error-cause": cause,
  });
};
