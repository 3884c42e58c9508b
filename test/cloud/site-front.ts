import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { listen, loopback } from "../../infra/local/ports.ts";
import type { Backend } from "../support/in-process.ts";

export type SiteFront = { readonly origin: string; readonly stop: () => Promise<void> };

/** The public site as a function meets it over the network: a page, and the API behind it. In the place of CloudFront. */
export const startSiteFront = async (request: Backend["request"]): Promise<SiteFront> => {
  const pass = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const { url = "/", method = "GET", headers } = asked;
    const body = await text(asked);
    if (!url.startsWith("/api/")) return void answer.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><html></html>");
    const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    const response = await request(url, { method, headers: sent, ...(body && { body }) });
    const { "set-cookie": _, ...told } = Object.fromEntries(response.headers);
    answer.writeHead(response.status, { ...told, "set-cookie": response.headers.getSetCookie() });
    answer.end(Buffer.from(await response.arrayBuffer()));
  };
  const server = createServer((asked, answer) => {
    pass(asked, answer).catch(() => answer.destroy());
  });
  const port = await listen(server, 0, "the site");
  return {
    origin: `http://${loopback}:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
};
