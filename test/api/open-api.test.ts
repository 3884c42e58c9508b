import { createConfig, lintFromString } from "@redocly/openapi-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../functions/entry/app.ts";
import { api } from "../../shared/contract/api.ts";
import { type ProblemCode, problemStatus } from "../../shared/problem/catalogue.ts";
import { aWorld, type World } from "../support/world.ts";

type Described = { responses: Record<string, { description: string }>; security: unknown[]; summary: string };
type OpenApi = { openapi: string; paths: Record<string, Record<string, Described>> };

let world: World;
let source: string;
let document: OpenApi;
beforeAll(async () => {
  world = await aWorld();
  source = await (await world.fetch("/api/openapi.json")).text();
  document = JSON.parse(source);
});
afterAll(() => world.close());

describe("when a programme reads the API's description", () => {
  test("a linter finds nothing wrong with it", async () => {
    const config = await createConfig({
      extends: ["recommended-strict"],
      rules: {
        // a group without a description would not be seen otherwise
        "operation-tag-defined": "error",
        // Asks for a 4XX answer of every operation. What anybody may read without a parameter cannot be asked wrongly (GET /api/health).
        "operation-4xx-response": "off",
        // Takes example.com for a forgotten placeholder. It is the address of this test; the served document has the site's own.
        "no-server-example.com": "off",
      },
    });
    const problems = await lintFromString({ source, absoluteRef: "openapi.json", config });
    expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer})`)).toEqual([]);
  });

  test("a broken one would be found", async () => {
    const config = await createConfig({ extends: ["recommended-strict"] });
    const broken = source.replaceAll('"operationId":"getMe"', '"operationId":7');
    expect(broken).not.toBe(source);
    expect(await lintFromString({ source: broken, absoluteRef: "openapi.json", config })).not.toEqual([]);
  });

  test("it lists every operation of the contract, and no other", () => {
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(listed.sort()).toEqual(Object.keys(api).sort());
    expect(document.openapi).toBe("3.1.0");
  });

  test("each operation has its answers, its refusals by status, and says whether it needs a session", () => {
    for (const [key, operation] of Object.entries(api)) {
      const [method = "", path = ""] = key.split(" ");
      const described = document.paths[path]?.[method.toLowerCase()];
      const statuses = new Set(Object.keys(described?.responses ?? {}));
      for (const status of Object.keys(operation.answers)) expect(statuses, key).toContain(status);
      for (const code of operation.problems as readonly ProblemCode[]) {
        expect(described?.responses[problemStatus[code]]?.description, key).toContain(`\`${code}\``);
      }
      expect(described?.security.length, key).toBe(operation.who === "anyone" ? 0 : 1);
    }
  });
});

describe("when a person reads it", () => {
  test("the page names every operation and loads nothing from anywhere else", async () => {
    const page = await world.fetch("/api/docs");
    const html = await page.text();
    expect(page.headers.get("content-type")).toBe("text/html; charset=UTF-8");
    for (const key of Object.keys(api)) {
      const [method = "", path = ""] = key.split(" ");
      expect(html).toContain(path);
      expect(html).toContain(method);
    }
    const addresses = [...html.matchAll(/(?:src|href|action|url)\s*[=(]\s*["']?([^"')\s>]+)/gi)].map(([, address]) => address ?? "");
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses) expect(address).toMatch(/^(\/api\/|#)/);
    expect(html).not.toMatch(/<script|@import|<iframe/i);
    const style = await (await world.fetch("/api/docs.css")).text();
    expect(style).not.toMatch(/url\(|@import/);
  });
});

describe("when anything is answered", () => {
  test.for(["/api/health", "/api/openapi.json", "/api/docs", "/api/nothing", "/api/me"])(
    "%s may load nothing and is shown in no frame",
    async (path) => {
      const { headers } = await world.fetch(path);
      expect(headers.get("content-security-policy")).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
      expect(headers.get("access-control-allow-origin")).toBeNull();
    },
  );

  test("only what is the same for everybody may be kept, for some seconds", async () => {
    const control = async (path: string) => (await world.fetch(path)).headers.get("cache-control");
    expect(await control("/api/public/visits")).toBe("public, max-age=0, s-maxage=5");
    for (const path of ["/api/health", "/api/me", "/api/nothing"]) expect(await control(path)).toBe("no-store");
  });

  test("what did not come through the edge is refused", async () => {
    for (const given of ["", "something else"]) {
      const answer = await world.fetch("/api/health", { headers: { "x-jobstop-edge": given } });
      expect(answer.status).toBe(403);
    }
    expect((await createApp(world.deps, world.settings).request("/api/public/visits")).status).toBe(403);
  });
});
