import { once } from "node:events";
import { createServer, get } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { connect as connectSecurely } from "node:tls";
import { describe, expect, test } from "vitest";

const denied = { name: "OutgoingDenied" };
/** From the block for documentation (RFC 5737): nobody answers there, so a gap in the fence shows as a time-out and not as a visit. */
const elsewhere = "192.0.2.1";

describe("when a test reaches out of this machine", () => {
  test.for([`http://${elsewhere}/`, "https://example.com/", "http://[2001:db8::1]/"])("fetch of %s is refused", async (address) => {
    await expect(fetch(address)).rejects.toMatchObject({ cause: denied });
  });

  test("node:http is refused", async () => {
    expect((await once(get(`http://${elsewhere}/`), "error"))[0]).toMatchObject(denied);
  });

  test.for([
    ["a port and a host", () => connect(80, elsewhere)],
    ["options", () => connect({ port: 80, host: "example.com" })],
    ["TLS", () => connectSecurely({ port: 443, host: elsewhere })],
  ] as const)("a socket opened by %s is refused", async ([, open]) => {
    expect((await once(open(), "error"))[0]).toMatchObject(denied);
  });
});

test.for(["127.0.0.1", "localhost"])("%s can be reached", async (host) => {
  const server = createServer((_, response) => response.end("here")).listen(0, host);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://${host}:${port}/`);
  expect(await answer.text()).toBe("here");
  server.close();
});
