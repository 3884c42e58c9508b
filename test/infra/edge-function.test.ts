import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { edgeFunctionCode } from "../../infra/constructs/edge-function.ts";
import { rewrite } from "../../infra/constructs/rewrite.ts";

const paths: readonly (readonly [path: string, file: string])[] = [
  ["/", "/index.html"],
  ["", "/index.html"],
  ["/en", "/en/index.html"],
  ["/en/", "/en/index.html"],
  ["/visits", "/visits/index.html"],
  ["/visits/", "/visits/index.html"],
  ["/visits/vis_01JD", "/visits/visit/index.html"],
  ["/visits/vis_01JD/", "/visits/visit/index.html"],
  ["/en/visits/vis_01JD", "/en/visits/visit/index.html"],
  ["/en/visits", "/en/visits/index.html"],
  ["/ko/visits/vis_01JD", "/ko/visits/vis_01JD/index.html"],
  ["/console", "/console/index.html"],
  ["/console/", "/console/index.html"],
  ["/console/visits/vis_01JD/slots", "/console/index.html"],
  ["/consoles", "/consoles/index.html"],
  ["/staff", "/staff/index.html"],
  ["/staff/scan", "/staff/index.html"],
  ["/staffroom", "/staffroom/index.html"],
  ["/my", "/my/index.html"],
  ["/assets/app-1a2b.js", "/assets/app-1a2b.js"],
  ["/console/assets/app.css", "/console/assets/app.css"],
  ["/staff/worker.js", "/staff/worker.js"],
  ["/visits/visit/index.html", "/visits/visit/index.html"],
  ["/favicon.ico", "/favicon.ico"],
];

test.for(paths)("%s is the file %s", ([path, file]) => {
  expect(rewrite(path)).toBe(file);
});

test("a file stays itself however often the rule is applied", () => {
  for (const [, file] of paths) expect(rewrite(file)).toBe(file);
});

type EdgeRequest = { uri: string };
type EdgeAnswer = { statusCode: number; headers: Record<string, { value: string }>; body: { data: string } };

/** Runs the code as CloudFront would: alone, without any of our modules. */
function atTheEdge(code: string, uri: string): EdgeRequest | EdgeAnswer {
  return runInNewContext(`${code}\nhandler({ request: { uri: ${JSON.stringify(uri)} } })`);
}

describe("at the edge", () => {
  test.for(paths)("%s is the file %s, too", ([path, file]) => {
    expect(atTheEdge(edgeFunctionCode(undefined), path)).toEqual({ uri: file });
  });

  const built = { pages: ["/index.html", "/visits/visit/index.html"], notFound: "<h1>없는 쪽</h1>" };

  test.for(["/", "/visits/vis_01JD", "/assets/app-1a2b.js"])("%s is passed on when it was built", (path) => {
    expect(atTheEdge(edgeFunctionCode(built), path)).toHaveProperty("uri");
  });

  test("a page that was not built is answered 404, with the page for it and every security header", () => {
    expect(atTheEdge(edgeFunctionCode(built), "/nowhere")).toMatchObject({
      statusCode: 404,
      headers: {
        "content-type": { value: "text/html; charset=utf-8" },
        "content-security-policy": { value: expect.stringContaining("'none'") },
      },
      body: { data: "<h1>없는 쪽</h1>" },
    });
  });

  test("it fits into what CloudFront takes, or the synthesis fails", () => {
    expect(() => edgeFunctionCode({ ...built, notFound: "x".repeat(10 * 1024) })).toThrow("make 404.html smaller");
  });

  test("it uses no syntax that the runtime does not know", () => {
    expect(edgeFunctionCode(built)).not.toMatch(/\?\.|\?\?|import |export |: string/);
  });
});
