import type { HonoRequest } from "hono";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { pointerOf } from "../../shared/problem/field-problems.ts";

/** Largest body, bytes. */
const maxBodyBytes = 32 * 1024;
const maxDepth = 8;
/** Keys that can reach an object's prototype when copied carelessly. */
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/** The pointer of the first key or depth that no body may have; undefined when all is well. */
const badPart = (value: unknown, pointer = "", depth = 0): string | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  if (depth === maxDepth) return pointer;
  for (const [key, inner] of Object.entries(value)) {
    const at = pointer + pointerOf([key]);
    if (forbiddenKeys.has(key)) return at;
    const bad = badPart(inner, at, depth + 1);
    if (bad !== undefined) return bad;
  }
  return undefined;
};

/** Reads a JSON body within limits of size and depth; every refusal says what was wrong. */
export const readJson = async (request: HonoRequest): Promise<Outcome<unknown>> => {
  const type = request.header("content-type") ?? "";
  if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(type) || request.header("content-encoding")) return refuse("json-needed");
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > maxBodyBytes) return refuse("body-too-large");
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse("malformed-json");
  }
  const bad = badPart(value);
  return bad === undefined ? done(value) : refuse("invalid-fields", { fields: [{ pointer: bad, code: "unknown-field" }] });
};
