import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type FaultyFront = { readonly origin: string; readonly close: () => void };

/** A front of the site that answers paths with this ending by itself, and hands all else on. */
export const aFaultyFront = async (to: string, ending: string, answer: { status: number; body: string }): Promise<FaultyFront> => {
  const server = createServer(async (request, response) => {
    if (request.url?.endsWith(ending)) return response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const named = Object.entries(request.headers).filter(([name]) => !["host", "connection", "content-length"].includes(name));
    const answered = await fetch(`${to}${request.url}`, {
      method: request.method ?? "GET",
      headers: { ...(Object.fromEntries(named) as Record<string, string>), ...(request.headers.origin && { origin: to }) },
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const body = Buffer.from(await answered.arrayBuffer());
    response.writeHead(answered.status, {
      "content-type": answered.headers.get("content-type") ?? "",
      "set-cookie": answered.headers.getSetCookie(),
    });
    return response.end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
};
