import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { readWireJson } from "../../functions/platform/wire-json.ts";
import { listen, loopback } from "../../infra/local/ports.ts";
import type { Ground } from "../support/in-process.ts";
import { callsIn } from "../support/roles.ts";

/** Everything of AWS that a function can reach, under its role. */
export type LocalAws = {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
};

type Sent = { calls: string[]; to: string };

/** What a request asks for, and who answers it here. */
const read = ({ url, headers }: IncomingMessage, body: Buffer, { table, office }: Ground): Sent => {
  const [service = "", operation = ""] = String(headers["x-amz-target"] ?? "").split(".");
  if (url === "/v2/email/outbound-emails") return { calls: ["ses:SendEmail", "ses:SendRawEmail"], to: office.ses.origin };
  if (service === "TrentService") return { calls: [`kms:${operation} ticket key`], to: office.kms.endpoint };
  const isLedger = (name: string) => name === table.ledger.table;
  return { calls: callsIn(operation, readWireJson(body.toString("utf8")), isLedger), to: table.endpoint };
};

/**
 * Stands before engine, mail service and keys, as AWS's own doors do: what the role of the function does not allow in the template is refused, the rest goes
 * through.
 */
export const startLocalAws = async (ground: Ground, allowed: readonly string[]): Promise<LocalAws> => {
  const agent = new Agent({ keepAlive: true });
  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await buffer(incoming);
    const { calls, to } = read(incoming, body, ground);
    const denied = calls.find((call) => !allowed.includes(call));
    if (denied) {
      const words = JSON.stringify({
        __type: "com.amazon.coral.service#AccessDeniedException",
        message: `The role does not allow: ${denied}`,
      });
      outgoing.writeHead(400, { "content-type": "application/x-amz-json-1.0", "x-amzn-errortype": "AccessDeniedException" }).end(words);
      return;
    }
    const { hostname, port } = new URL(to);
    const through = request({
      agent,
      hostname,
      port,
      method: incoming.method,
      path: incoming.url,
      headers: { ...incoming.headers, host: `${hostname}:${port}` },
    });
    through.end(body);
    const [answer] = (await once(through, "response")) as [IncomingMessage];
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers).end(await buffer(answer));
  };
  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const port = await listen(server, 0, "AWS");
  return {
    endpoint: `http://${loopback}:${port}`,
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
