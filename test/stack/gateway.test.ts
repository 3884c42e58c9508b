import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { get as httpGet, request as httpRequest } from "node:http";
import { buffer } from "node:stream/consumers";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { describe, expect, onTestFinished, test } from "vitest";
import { gateway } from "../../infra/local/gateway.ts";
import { aFolder } from "./a-folder.ts";

/** A gateway in front of a function that notes its events and answers what the test wants. */
async function aGateway(answer: (event: APIGatewayProxyEventV2) => unknown = () => ({ statusCode: 200, body: "{}" })) {
  const events: APIGatewayProxyEventV2[] = [];
  const troubles: string[] = [];
  const site = gateway({
    invoke: async (event) => {
      events.push(event);
      return answer(event);
    },
    siteFolder: aFolder(),
    edgeSecret: { name: "x-jobstop-edge", value: "secret" },
    onTrouble: (words) => troubles.push(words),
  });
  const port = await site.open(0);
  onTestFinished(site.close);
  return { events, troubles, port, origin: `http://127.0.0.1:${port}` };
}

describe("a request under /api", () => {
  test("becomes the event of an HTTP API, payload format 2.0", async () => {
    const { origin, events } = await aGateway();
    await fetch(`${origin}/api/visits/vis_1?zone=1&zone=2&q=a%20b`, {
      method: "PUT",
      headers: { cookie: "a=1; b=2", "content-type": "application/json", "accept-language": "ko", origin: "http://localhost:3000" },
      body: '{"이름":"김하늘"}',
    });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      version: "2.0",
      routeKey: "ANY /api/{proxy+}",
      rawPath: "/api/visits/vis_1",
      rawQueryString: "zone=1&zone=2&q=a%20b",
      cookies: ["a=1", "b=2"],
      headers: { "content-type": "application/json", "accept-language": "ko", origin: "http://localhost:3000" },
      queryStringParameters: { zone: "1,2", q: "a b" },
      pathParameters: { proxy: "visits/vis_1" },
      body: '{"이름":"김하늘"}',
      isBase64Encoded: false,
      requestContext: {
        stage: "$default",
        http: { method: "PUT", path: "/api/visits/vis_1", protocol: "HTTP/1.1", sourceIp: expect.any(String) },
        requestId: expect.any(String),
        time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
        timeEpoch: expect.any(Number),
      },
    });
    expect(events[0]?.headers).not.toHaveProperty("cookie");
  });

  test("carries who asked as CloudFront does, and not as the connection says", async () => {
    const { origin, events } = await aGateway();
    await fetch(`${origin}/api/x`, { headers: { "cloudfront-viewer-address": "203.0.113.9:1", "x-jobstop-edge": "guessed" } });
    expect(events[0]?.headers["cloudfront-viewer-address"]).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(events[0]?.headers["x-jobstop-edge"]).toBe("secret");
    expect(events[0]?.requestContext.http.sourceIp).not.toBe("127.0.0.1");
  });

  test("loses the headers that CloudFront does not pass on", async () => {
    const { origin, events } = await aGateway();
    await fetch(`${origin}/api/x`, { headers: { "x-debug": "1", authorization: "Bearer x", host: "elsewhere" } });
    expect(events[0]?.headers).not.toHaveProperty("x-debug");
    expect(events[0]?.headers).not.toHaveProperty("authorization");
    // Another system shows its key there.
    await fetch(`${origin}/api/feed/visits`, { headers: { authorization: "Bearer x" } });
    expect(events[1]?.headers).toMatchObject({ authorization: "Bearer x" });
    expect(events[0]?.headers.host).toMatch(/execute-api/);
  });

  test("has its path decoded and cut at an encoded question mark", async () => {
    const { origin, events } = await aGateway();
    await fetch(`${origin}/api/places/%EC%84%9C%EC%9A%B8%20%3Fx`);
    expect(events[0]?.rawPath).toBe("/api/places/서울 ");
  });

  test("has a body that is not text in base64", async () => {
    const { origin, events } = await aGateway();
    const bytes = Uint8Array.of(0, 255, 128);
    await fetch(`${origin}/api/x`, { method: "POST", headers: { "content-type": "application/octet-stream" }, body: bytes });
    expect(events[0]).toMatchObject({ isBase64Encoded: true, body: Buffer.from(bytes).toString("base64") });
  });

  test("without a body has none", async () => {
    const { origin, events } = await aGateway();
    await fetch(`${origin}/api/x`);
    expect(events[0]).not.toHaveProperty("body");
    expect(events[0]).not.toHaveProperty("cookies");
    expect(events[0]).not.toHaveProperty("queryStringParameters");
  });

  test.for([
    ["/api", 404],
    ["/api?x", 404],
    ["/api/%zz", 400],
  ] as const)("%s is answered %i without the function", async ([path, status]) => {
    const { port, events } = await aGateway();
    const [answer] = (await once(httpGet({ port, host: "127.0.0.1", path }), "response")) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(status);
    expect(events).toEqual([]);
  });

  test("beyond 6 MB is answered 413 without the function", async () => {
    const { origin, events } = await aGateway();
    const answer = await fetch(`${origin}/api/x`, { method: "POST", body: new Uint8Array(6 * 1024 * 1024 + 1) });
    expect(answer.status).toBe(413);
    expect(events).toEqual([]);
  });

  test("of a name that only begins like it belongs to the site", async () => {
    const { origin, events } = await aGateway();
    expect((await fetch(`${origin}/apiary`)).status).toBe(404);
    expect(events).toEqual([]);
  });
});

describe("what the function returns", () => {
  test("is sent with each of its cookies", async () => {
    const { origin } = await aGateway(() => ({
      statusCode: 201,
      headers: { "x-a": "1" },
      cookies: ["a=1; Path=/", "b=2; HttpOnly"],
      body: "ok",
    }));
    const answer = await fetch(`${origin}/api/x`);
    expect(answer.status).toBe(201);
    expect(answer.headers.get("x-a")).toBe("1");
    expect(answer.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; HttpOnly"]);
    expect(await answer.text()).toBe("ok");
  });

  test("in base64 is sent as bytes", async () => {
    const { port } = await aGateway(() => ({ statusCode: 200, isBase64Encoded: true, body: Buffer.of(0, 255).toString("base64") }));
    const [answer] = (await once(httpRequest({ port, host: "127.0.0.1", path: "/api/x" }).end(), "response")) as [IncomingMessage];
    expect([...(await buffer(answer))]).toEqual([0, 255]);
  });

  test("as a bare value is a JSON body", async () => {
    const { origin } = await aGateway(() => ({ seats: 3 }));
    const answer = await fetch(`${origin}/api/x`);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(await answer.json()).toEqual({ seats: 3 });
  });

  test("as an exception is API Gateway's own 500, and is reported without the query", async () => {
    const { origin, troubles } = await aGateway(() => {
      throw new Error("out of order");
    });
    const answer = await fetch(`${origin}/api/x?name=secret`);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ message: "Internal Server Error" });
    expect(troubles).toEqual(["GET /api/x"]);
  });
});
