import { Hono } from "hono";
import { expect, test } from "vitest";
import { readJson } from "../../functions/platform/read-json.ts";

/** The reader alone: the schemas behind it would refuse most of this a second time. */
const app = new Hono().post("/", async (c) => c.json(await readJson(c.req)));
const read = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  (await app.request("/", { method: "POST", body, headers: { "content-type": "application/json", ...headers } })).json();

test("what is within the limits is read as it is", async () => {
  const value = { a: [1, "둘", null, { b: true }] };
  expect(await read(JSON.stringify(value))).toEqual({ ok: true, value });
  expect(await read("{}", { "content-type": "Application/JSON; charset=UTF-8" })).toEqual({ ok: true, value: {} });
  const longest = JSON.stringify("a".repeat(32 * 1024 - 2));
  expect(await read(longest)).toMatchObject({ ok: true });
  expect(await read(`${longest} `)).toEqual({ ok: false, reason: "body-too-large" });
});

test.for([
  ["__proto__", '{"__proto__":{}}', "/__proto__"],
  ["constructor, deep within", '{"a":[{"b":{"constructor":1}}]}', "/a/0/b/constructor"],
  ["prototype behind a name to be escaped", '{"a/b~c":{"prototype":1}}', "/a~1b~0c/prototype"],
] as const)("%s is refused with where it is", async ([, text, pointer]) => {
  expect(await read(text)).toEqual({ ok: false, reason: "invalid-fields", fields: [{ pointer, code: "unknown-field" }] });
});

test("eight levels are read, a ninth is refused", async () => {
  const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
  expect(await read(nested(8))).toMatchObject({ ok: true });
  expect(await read(nested(9))).toMatchObject({ ok: false, reason: "invalid-fields" });
});

test("bytes that are no UTF-8, and a packed body, are not read", async () => {
  expect(await read(Uint8Array.of(0x22, 0xff, 0x22))).toEqual({ ok: false, reason: "malformed-json" });
  expect(await read("{}", { "content-encoding": "gzip" })).toEqual({ ok: false, reason: "json-needed" });
});
