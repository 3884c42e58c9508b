import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../functions/entry/app.ts";
import { createPapersApp } from "../../functions/entry/papers-app.ts";
import { openLog } from "../../functions/platform/log.ts";
import { answerEvents } from "../../functions/platform/plain-http.ts";
import { requestEntry } from "../../functions/platform/request-entry.ts";
import { localFontFolder } from "../../infra/local/environment.ts";
import { lambdaContext } from "../../infra/local/lambda-context.ts";
import { edgeSecretHeader } from "../../shared/wiring.ts";
import { resourcesOf, synthesizeAll } from "../infra/synthesized.ts";
import { anOpenVisit, type OpenVisit } from "../support/builders.ts";
import { testOrigin } from "../support/post-office.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world);
});
afterAll(() => world.close());

type Event = Parameters<ReturnType<typeof answerEvents>>[0];
type Asked = Partial<
  Pick<APIGatewayProxyEventV2, "rawQueryString" | "queryStringParameters" | "cookies" | "headers" | "body" | "isBase64Encoded">
>;

/** An event of the HTTP API, to a handler as Lambda calls it. */
const askOf = async (
  app: Hono,
  method: string,
  rawPath: string,
  { headers, ...asked }: Asked = {},
): Promise<APIGatewayProxyStructuredResultV2> => {
  const handler = requestEntry<Event, APIGatewayProxyStructuredResultV2>(openLog("quirks"), answerEvents(app));
  const event = {
    ...{ rawPath, rawQueryString: "", isBase64Encoded: false, ...asked },
    headers: { [edgeSecretHeader]: world.settings.edgeSecrets[0] ?? "", "cloudfront-viewer-address": "198.51.100.9:50123", ...headers },
    requestContext: { domainName: "local.execute-api.ap-northeast-2.amazonaws.com", stage: "$default", http: { method } },
  };
  const answer = await handler(event as Event, lambdaContext("quirks", 10_000) as Context);
  return JSON.parse(JSON.stringify(answer));
};
const ask = (method: string, rawPath: string, asked?: Asked) => askOf(createApp(world.deps, world.settings), method, rawPath, asked);
const problemIn = ({ body }: APIGatewayProxyStructuredResultV2): string => JSON.parse(body ?? "{}").code;
const fromPage = { origin: testOrigin, "sec-fetch-site": "same-origin", "content-type": "application/json" };
const challenge = JSON.stringify({ mail: "quirk@example.com", locale: "ko" });

describe("cookies", () => {
  const cookiesOf = () => [...visit.manager.cookies].map((pair) => pair.join("="));

  test("come as a list, and open the session", async () => {
    expect(await ask("GET", "/api/me", { cookies: ["unknown=1", ...cookiesOf()] })).toMatchObject({ statusCode: 200 });
    expect(problemIn(await ask("GET", "/api/me", { cookies: [] }))).toBe("sign-in-needed");
  });

  test("that come as a header, as other ways to a function have it, are the same", async () => {
    expect(await ask("GET", "/api/me", { headers: { cookie: cookiesOf().join("; ") } })).toMatchObject({ statusCode: 200 });
  });

  test("go out as a list, each by itself, and none among the headers", async () => {
    const answer = await ask("POST", "/api/sign-in/challenges", { headers: fromPage, body: challenge });
    expect(answer.cookies).toEqual([expect.stringMatching(/^[\w-]+=[^,]+; .*HttpOnly/i)]);
    expect(Object.keys(answer.headers ?? {}).map((name) => name.toLowerCase())).not.toContain("set-cookie");
    const app = new Hono();
    app.get("/two", (c) => {
      c.header("set-cookie", "a=1; Path=/", { append: true });
      c.header("set-cookie", "b=2; Expires=Thu, 01 Jan 2026 00:00:00 GMT", { append: true });
      return c.body(null, 204);
    });
    expect(await askOf(app, "GET", "/two")).toMatchObject({ cookies: ["a=1; Path=/", "b=2; Expires=Thu, 01 Jan 2026 00:00:00 GMT"] });
  });
});

describe("a path", () => {
  const app = new Hono();
  app.get("/api/echo/:name", (c) => c.json({ name: c.req.param("name"), q: c.req.queries("q") }));
  app.get("/api/me", (c) => c.json({ name: "me" }));
  const named = async (rawPath: string) => JSON.parse((await askOf(app, "GET", rawPath)).body ?? "").name;

  test.for([
    ["/api/echo/청량리 역", "청량리 역"],
    ["/api/echo/%EC%B2%AD%EB%9F%89%EB%A6%AC%20%EC%97%AD", "청량리 역"],
    ["/api/echo/100%", "100%"],
    ["/api/echo/a#b", "a#b"],
    ["/api/echo/a\nb", "a\nb"],
    ["/api/echo/a\\b", "a\\b"],
    ["/api/echo/%2Fa", "/a"],
    ["/api/echo/a+b@c,d", "a+b@c,d"],
  ] as const)("%j has the same name decoded and as it was sent", async ([rawPath, name]) => {
    expect(await named(rawPath)).toBe(name);
  });

  test.for(["/api/echo/a/b", "/api/echo/../me", "/api/echo/%2e%2e/me", "//api/me", "/api/me\n", "/api/me#", "/production/api/me"])(
    "%j is no other one",
    async (rawPath) => {
      expect(await askOf(app, "GET", rawPath)).toMatchObject({ statusCode: 404 });
    },
  );

  test.for(["서울", "%EC%84%9C", "vis_1%", "..", "a/b", `${"a".repeat(5000)}`])(
    "whose id is %j is not found, and breaks nothing",
    async (id) => {
      expect(await ask("GET", `/api/public/visits/${id}`)).toMatchObject({ statusCode: 404 });
    },
  );

  test("has no stage before it: there is one stage in the template, which has none", () => {
    for (const stage of synthesizeAll())
      expect(resourcesOf(stage, "AWS::ApiGatewayV2::Stage").map(({ resource }) => resource.Properties.StageName)).toEqual(["$default"]);
  });
});

describe("a query", () => {
  test("with one name twice is read from the text, not from values that are joined by commas", async () => {
    const app = new Hono();
    app.get("/q", (c) => c.json(c.req.queries("q")));
    const asked = { rawQueryString: "q=a%2Cb&q=%ED%95%9C&q=c#d", queryStringParameters: { q: "a,b,한,c#d" } };
    expect(JSON.parse((await askOf(app, "GET", "/q", asked)).body ?? "")).toEqual(["a,b", "한", "c#d"]);
  });

  test("that is empty is none", async () => {
    expect(await ask("GET", "/api/public/visits", { rawQueryString: "" })).toMatchObject({ statusCode: 200 });
  });

  test("of a public read narrows it, whatever else is joined there", async () => {
    const answer = await ask("GET", "/api/public/visits", {
      rawQueryString: "zone=seonam",
      queryStringParameters: { zone: "seonam,dongbuk" },
    });
    expect(JSON.parse(answer.body ?? "")).toMatchObject({ visits: [] });
  });
});

describe("a body", () => {
  test("in base64 is read as the text that it is", async () => {
    const body = Buffer.from(challenge).toString("base64");
    expect((await ask("POST", "/api/sign-in/challenges", { headers: fromPage, body, isBase64Encoded: true })).statusCode).toBeLessThan(300);
  });

  test.for([[{}], [{ body: "" }], [{ body: null as unknown as string }]])(
    "that is missing (%j) is refused, with words",
    async ([asked]) => {
      expect(problemIn(await ask("POST", "/api/sign-in/challenges", { headers: fromPage, ...asked }))).toBe("malformed-json");
    },
  );
});

test("names of headers are the same in capitals, as they come from a test event of the console", async () => {
  const headers = { Origin: testOrigin, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json" };
  expect((await ask("POST", "/api/sign-in/challenges", { headers, body: challenge })).statusCode).toBeLessThan(300);
});

describe("an answer", () => {
  test("to HEAD has the headers of GET, and no body", async () => {
    const [head, get] = [await ask("HEAD", "/api/public/visits"), await ask("GET", "/api/public/visits")];
    expect(head).toMatchObject({ statusCode: 200, body: "", isBase64Encoded: false });
    expect(Object.keys(head.headers ?? {}).toSorted()).toEqual(Object.keys(get.headers ?? {}).toSorted());
  });

  test("of text travels as it is; a file travels in base64, and is whole at the end", async () => {
    expect(await ask("GET", "/api/public/visits")).toMatchObject({
      isBase64Encoded: false,
      body: expect.stringContaining("청량리역 광장"),
    });
    const papers = createPapersApp(world.deps, { ...world.settings, fontFolder: localFontFolder });
    const cookies = [...visit.manager.cookies].map((pair) => pair.join("="));
    const file = await askOf(papers, "GET", `/api/papers/reports/visits/${visit.visitId}/file`, { cookies });
    expect(file).toMatchObject({ statusCode: 200, isBase64Encoded: true, headers: { "content-type": "application/pdf" } });
    const bytes = Buffer.from(file.body ?? "", "base64").toString("latin1");
    expect([bytes.slice(0, 5), bytes.trimEnd().slice(-5)]).toEqual(["%PDF-", "%%EOF"]);
  });
});
