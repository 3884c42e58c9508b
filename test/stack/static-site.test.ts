import { once } from "node:events";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { request } from "node:http";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { gateway } from "../../infra/local/gateway.ts";
import { aFolder } from "./a-folder.ts";

const files = [
  "index.html",
  "404.html",
  "en/index.html",
  "visits/index.html",
  "visits/visit/index.html",
  "en/visits/visit/index.html",
  "console/index.html",
  "staff/index.html",
  "assets/app-1a2b.js",
  "assets/decoder-3c4d.wasm",
  "favicon.ico",
  "staff-worker.js",
  "staff-manifest.json",
];

/** A built site whose files say their own names. */
async function aSite() {
  const around = aFolder();
  const siteFolder = join(around, "site");
  for (const name of files) {
    mkdirSync(dirname(join(siteFolder, name)), { recursive: true });
    writeFileSync(join(siteFolder, name), `this is ${name}`);
  }
  writeFileSync(join(around, "secret.txt"), "secret");
  const site = gateway({ invoke: async () => ({}), siteFolder, edgeSecret: { name: "x", value: "x" }, onTrouble: () => {} });
  const port = await site.open(0);
  onTestFinished(site.close);
  /** As written: `fetch` would tidy the path up. */
  const ask = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
    const [answer] = (await once(request({ host: "127.0.0.1", port, path, headers, method }).end(), "response")) as [IncomingMessage];
    return answer;
  };
  return { siteFolder, ask };
}

test.for([
  ["/", "index.html"],
  ["/en", "en/index.html"],
  ["/en/", "en/index.html"],
  ["/visits", "visits/index.html"],
  ["/visits/vis_01ABC", "visits/visit/index.html"],
  ["/en/visits/vis_01ABC?lang=en", "en/visits/visit/index.html"],
  ["/console/employers/emp_1/postings", "console/index.html"],
  ["/staff", "staff/index.html"],
  ["/staff/visits/vis_1/scan", "staff/index.html"],
  ["/assets/app-1a2b.js", "assets/app-1a2b.js"],
] as const)("%s is answered with %s", async ([path, file]) => {
  const { ask } = await aSite();
  const answer = await ask(path);
  expect(answer.statusCode).toBe(200);
  expect(await text(answer)).toBe(`this is ${file}`);
});

describe("what is not there", () => {
  test.for(["/nowhere", "/nowhere.js", "/assets/", "/index.html/x", `/${"x".repeat(5000)}`, "/%", "/a%00b.html", "//etc/passwd"])(
    "%.30s is answered 404 with the page for it",
    async (path) => {
      const { ask } = await aSite();
      const answer = await ask(path);
      expect(answer.statusCode).toBe(404);
      expect(await text(answer)).toBe("this is 404.html");
    },
  );

  test.for([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/..\\secret.txt",
    "/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
  ])("%s does not lead out of the site", async (path) => {
    const { ask } = await aSite();
    const answer = await ask(path);
    expect(await text(answer)).not.toContain("secret");
    expect(answer.statusCode).toBe(404);
  });

  test("a link that leads out of the site is not followed", async () => {
    const { ask, siteFolder } = await aSite();
    symlinkSync(join(siteFolder, "..", "secret.txt"), join(siteFolder, "linked.txt"));
    expect((await ask("/linked.txt")).statusCode).toBe(404);
  });
});

describe("caching", () => {
  test("files with a hash in their name are kept for good, pages are asked for anew", async () => {
    const { ask } = await aSite();
    expect((await ask("/assets/app-1a2b.js")).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await ask("/")).headers["cache-control"]).toBe("no-cache");
    expect((await ask("/nowhere")).headers["cache-control"]).toBe("no-cache");
  });

  test("the worker of the staff app is asked for anew each time, stands above all its pages, and may fetch from here alone", async () => {
    const { ask } = await aSite();
    const worker = await ask("/staff-worker.js");
    expect(worker.headers).toMatchObject({ "cache-control": "no-cache", "content-type": "text/javascript; charset=utf-8" });
    expect(worker.headers["content-security-policy"]).toContain("connect-src 'self'");
    const page = await ask("/staff");
    expect(page.headers["content-security-policy"]).toMatch(/worker-src 'self';.*manifest-src 'self'/);
    expect((await ask("/staff-manifest.json")).headers["content-type"]).toBe("application/json");
  });

  test("what the reader has already is not sent again", async () => {
    const { ask, siteFolder } = await aSite();
    const { etag = "" } = (await ask("/")).headers;
    expect((await ask("/", { "if-none-match": etag })).statusCode).toBe(304);
    writeFileSync(join(siteFolder, "index.html"), "a new page");
    expect(await text(await ask("/", { "if-none-match": etag }))).toBe("a new page");
  });
});

test.for([
  ["br, gzip", "br"],
  ["gzip", "gzip"],
  ["gzip;q=0.5, br;q=0", "gzip"],
  ["identity", undefined],
] as const)("to %s the answer is encoded as %s", async ([accepted, encoding]) => {
  const { ask } = await aSite();
  const answer = await ask("/", { "accept-encoding": accepted });
  expect(answer.headers["content-encoding"]).toBe(encoding);
  expect(answer.headers.vary).toBe("accept-encoding");
});

test("a brotli answer decodes to the file", async () => {
  const { ask } = await aSite();
  const answer = await ask("/", { "accept-encoding": "br" });
  const body = Buffer.concat(await answer.toArray());
  expect(brotliDecompressSync(body).toString()).toBe("this is index.html");
  expect(answer.headers["content-length"]).toBe(String(body.length));
});

test("HEAD sends the headers alone; anything that would change something is refused", async () => {
  const { ask } = await aSite();
  const head = await ask("/", {}, "HEAD");
  expect(head.statusCode).toBe(200);
  expect(await text(head)).toBe("");
  for (const method of ["POST", "PUT", "DELETE"]) expect((await ask("/", {}, method)).statusCode).toBe(405);
});

describe("security headers", () => {
  test.for(["/", "/nowhere", "/assets/app-1a2b.js", "/staff"])("%s has them", async (path) => {
    const { ask } = await aSite();
    const { headers } = await ask(path);
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
    expect(headers["content-security-policy"]).not.toContain("unsafe-inline");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
  });

  test("only staff pages may use the camera and WebAssembly", async () => {
    const { ask } = await aSite();
    for (const [path, may] of [
      ["/", false],
      ["/staffroom", false],
      ["/console", false],
      ["/staff", true],
      ["/staff/scan", true],
      ["/assets/staff/decoder.worker.js", true],
      ["/assets/console/main.js", false],
    ] as const) {
      const { headers } = await ask(path);
      expect(String(headers["permissions-policy"]).includes("camera=(self)"), path).toBe(may);
      expect(String(headers["content-security-policy"]).includes("'wasm-unsafe-eval'"), path).toBe(may);
    }
  });

  test.for([
    ["/favicon.ico", "image/x-icon"],
    ["/assets/decoder-3c4d.wasm", "application/wasm"],
    ["/assets/app-1a2b.js", "text/javascript; charset=utf-8"],
  ] as const)("%s says its type", async ([path, type]) => {
    const { ask } = await aSite();
    expect((await ask(path)).headers["content-type"]).toBe(type);
  });
});
