import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { describe, expect, test } from "vitest";
import { answerEvents, plainResponse } from "../../functions/platform/plain-http.ts";

const app = new Hono();
app.use(secureHeaders());
app.all("/api/echo/:name", async (c) =>
  plainResponse(
    JSON.stringify({
      method: c.req.method,
      name: c.req.param("name"),
      query: c.req.queries("q"),
      header: c.req.header("X-Asked"),
      cookie: c.req.header("cookie"),
      body: [...new Uint8Array(await c.req.arrayBuffer())],
    }),
    { status: 201, headers: { "Content-Type": "application/json", "x-absent": undefined }, cookies: ["a=1; Path=/", "b=2, or so"] },
  ),
);
app.get("/api/standard", (c) => {
  c.header("x-early", "yes");
  return c.json({ by: "Node" });
});
app.get("/api/late", async (c, next) => {
  await next();
  c.header("x-late", "yes");
});
app.get("/api/late", () => plainResponse("plain", { status: 200, headers: { "x-early": "yes" } }));
app.delete("/api/nothing", () => plainResponse(null, { status: 204, headers: {} }));

type Asked = Partial<Pick<APIGatewayProxyEventV2, "rawQueryString" | "cookies" | "body" | "isBase64Encoded">>;
const ask = (method: string, rawPath: string, asked: Asked = {}) =>
  answerEvents(app)({
    rawPath,
    rawQueryString: "",
    headers: { "x-asked": "둘" },
    isBase64Encoded: false,
    requestContext: { domainName: "api.example.com", http: { method } },
    ...asked,
  });

describe("when an event of the HTTP API comes", () => {
  test("the app finds method, path, query, headers, cookies and body in it", async () => {
    const asked = { rawQueryString: "q=%ED%95%9C&q=2", cookies: ["x=1", "y=2"], body: '"한"' };
    const { body, ...answer } = await ask("PUT", "/api/echo/가 나", asked);
    expect(JSON.parse(body ?? "")).toEqual({
      method: "PUT",
      name: "가 나",
      query: ["한", "2"],
      header: "둘",
      cookie: "x=1; y=2",
      body: [...Buffer.from('"한"')],
    });
    expect(answer).toMatchObject({ statusCode: 201, isBase64Encoded: false, headers: { "content-type": "application/json" } });
  });

  test("a body in base64 is the bytes that were sent", async () => {
    const { body } = await ask("PUT", "/api/echo/x", { body: Buffer.of(0, 255, 128).toString("base64"), isBase64Encoded: true });
    expect(JSON.parse(body ?? "").body).toEqual([0, 255, 128]);
  });
});

describe("when the app answers", () => {
  test("each cookie stands by itself and none among the headers; a header without a value is left out", async () => {
    const { cookies, headers } = await ask("POST", "/api/echo/x");
    expect(cookies).toEqual(["a=1; Path=/", "b=2, or so"]);
    expect(Object.keys(headers ?? {})).not.toContain("set-cookie");
    expect(Object.keys(headers ?? {})).not.toContain("x-absent");
  });

  test("a middleware's headers are on it", async () => {
    expect((await ask("PUT", "/api/echo/x")).headers).toMatchObject({ "x-content-type-options": "nosniff" });
  });

  test("without a body it is empty", async () => {
    expect(await ask("DELETE", "/api/nothing")).toMatchObject({ statusCode: 204, body: "" });
  });

  test("with Node's own answer, that goes through", async () => {
    expect(await ask("GET", "/api/standard")).toMatchObject({ statusCode: 200, body: '{"by":"Node"}', headers: { "x-early": "yes" } });
    expect(await ask("GET", "/api/absent")).toMatchObject({ statusCode: 404 });
  });

  test("a header that is set through Hono when all is done is on it, and so are those of before", async () => {
    expect(await ask("GET", "/api/late")).toMatchObject({ body: "plain", headers: { "x-early": "yes", "x-late": "yes" } });
  });

  test("to a request for the head, it has status and headers alone", async () => {
    expect(await ask("HEAD", "/api/late")).toMatchObject({ statusCode: 200, body: "", headers: { "x-early": "yes" } });
  });
});
