import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { loopback } from "./ports.ts";

const isWrite = ({ headers }: IncomingMessage): boolean =>
  /\.(Put|Update|Delete|Transact|BatchWrite)/.test(String(headers["x-amz-target"] ?? "")) &&
  !/TransactGet/.test(String(headers["x-amz-target"]));

export type CommittedAnswers = { readonly endpoint: string; readonly stop: () => Promise<void> };

/**
 * Stands before Amazon's engine, which answers a write some milliseconds before it has committed it: killed in that moment, it would forget what it had
 * acknowledged. Its work is done in turn, so that the answer to a later request proves that what came before is committed; an answer to a write is passed on
 * only after such a one.
 */
export async function startCommittedAnswers(engine: string, port = 0): Promise<CommittedAnswers> {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port: enginePort } = new URL(engine);

  const ask = async (method: string | undefined, path: string | undefined, headers: IncomingMessage["headers"], body: Buffer) => {
    const asked = request({ agent, hostname, port: enginePort, method, path, headers });
    asked.end(body);
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    return { answer, body: await buffer(answer) };
  };
  const turn = async (headers: IncomingMessage["headers"]): Promise<void> => {
    const body = Buffer.from(JSON.stringify({ Limit: 1 }));
    const { host, authorization, "x-amz-date": date } = headers;
    const asked = {
      host,
      authorization,
      "x-amz-date": date,
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": "DynamoDB_20120810.ListTables",
      "content-length": String(body.length),
    };
    await ask("POST", "/", asked as IncomingMessage["headers"], body);
  };

  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { answer, body } = await ask(incoming.method, incoming.url, incoming.headers, await buffer(incoming));
    if (isWrite(incoming)) await turn(incoming.headers);
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers).end(body);
  };
  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(port, loopback);
  await once(server, "listening");
  return {
    endpoint: `http://${loopback}:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
