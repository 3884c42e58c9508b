import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { api, type OperationKey } from "../../shared/contract/api.ts";
import type { Operation } from "../../shared/contract/operation.ts";
import { PlaceId } from "../../shared/domain/ids.ts";
import { PartnerId } from "../../shared/domain/partner.ts";
import { anId } from "../support/builders.ts";
import { testOrigin } from "../support/post-office.ts";
import { aSeason, type Caller, goodRequests, type Season } from "../support/season.ts";
import { aWorld, type Browser, type Sent, type World } from "../support/world.ts";

let world: World;
let season: Season;
beforeAll(async () => {
  world = await aWorld();
  season = await aSeason(world);
});
beforeEach(async () => {
  await world.table.newRecords();
});
/** Whatever is refused in this file leaves the table as it was: each change of it is a record. */
afterEach(async () => {
  // That a system asked, and when, is noted whatever it asked.
  const changes = (await world.table.newRecords()).filter(
    ({ dynamodb }) => !/^(LIMIT#api-key#|API-KEYS$)/.test(dynamodb?.Keys?.pk?.S ?? ""),
  );
  expect(changes).toEqual([]);
});
afterAll(() => world.close());

const keys = Object.keys(api) as OperationKey[];
const operationOf = (key: OperationKey): Operation => api[key];
const withBody = keys.filter((key) => operationOf(key).body);
const unsafe = keys.filter((key) => !key.startsWith("GET "));

/** Somebody who may call the operation. */
const callerOf = (key: OperationKey): Caller => {
  const { who, fresh } = operationOf(key);
  // What asks for a second step just now is for whoever has one.
  if (fresh) return "manager";
  if (who === "anyone") return "nobody";
  if (who === "paired-device") return "paired device";
  if (who === "kiosk") return "kiosk";
  if (typeof who === "object" && "scope" in who) return "other system";
  if (who === "signed-in") return key.includes("employers") ? "member" : "seeker";
  if (who === "employer-member") return "member";
  const role = who.staff.find((one) => one === "manager") ?? who.staff[0];
  return role === "desk" || role === "counsellor" ? role : "manager";
};
const browserOf = (key: OperationKey, locale: Browser["locale"] = "ko"): Browser => ({ ...season.browsers[callerOf(key)], locale });

const call = (key: OperationKey, over: Sent = {}, locale?: Browser["locale"]) =>
  world.call(key, { ...goodRequests[key](season), ...over }, browserOf(key, locale));

const problemOf = async (answer: ReturnType<typeof call>) => {
  const given = await answer;
  if (given.ok) throw new Error(`It was answered with ${given.status}.`);
  return given.problem;
};
const bodyOf = (key: OperationKey): Record<string, unknown> => goodRequests[key](season).body as Record<string, unknown>;

/** Fields without which the body is refused. A choice between bodies begins with the field that chooses. */
const requiredOf = (key: OperationKey): string[] => {
  const { required, oneOf } = z.toJSONSchema(operationOf(key).body as z.ZodMiniType, { io: "input", unrepresentable: "any" });
  return oneOf ? ["decision"] : (required ?? []);
};

/** Nothing where nothing is allowed, a version of a text that never was, and an event that nobody can read, which is kept aside, are no wrong kinds. */
const mayBe = (key: OperationKey, field: string, value: unknown): boolean => {
  const { properties = {} } = z.toJSONSchema(operationOf(key).body as z.ZodMiniType, { io: "input", unrepresentable: "any" });
  const property = properties[field];
  const isNullable = typeof property === "object" && property.anyOf?.some((choice) => typeof choice === "object" && choice.type === "null");
  if (field === "events") return Array.isArray(value);
  return value === null ? isNullable === true : value === "" && field.endsWith("Version");
};

test("every kind of body is tried", () => {
  expect(withBody.length).toBeGreaterThan(10);
  for (const key of withBody) expect(requiredOf(key), key).not.toEqual([]);
});

describe("when the body cannot be read", () => {
  test.for(withBody)("%s", async (key) => {
    const good = JSON.stringify(bodyOf(key));
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/json; charset=euc-kr", ""]) {
      expect(await problemOf(call(key, { body: good, headers: { "content-type": type } }))).toMatchObject({
        status: 415,
        code: "json-needed",
      });
    }
    for (const text of ["", "{", `${good},`, good.slice(0, -1), "undefined", "{'mail':1}"]) {
      expect(await problemOf(call(key, { body: text }))).toMatchObject({ status: 400, code: "malformed-json" });
    }
    expect(await problemOf(call(key, { body: good + " ".repeat(32 * 1024) }))).toMatchObject({ status: 413, code: "body-too-large" });
    for (const text of ["null", "[]", '"text"', "7"]) expect(await problemOf(call(key, { body: text }))).toMatchObject({ status: 422 });
  });
});

describe("when the body has what it should not have", () => {
  test.for(withBody)("%s", async (key) => {
    const good = JSON.stringify(bodyOf(key)).slice(1);
    for (const field of ["surprise", "__proto__", "constructor", "prototype", "toString", "a/b~c"]) {
      const problem = await problemOf(call(key, { body: `{"${field}":{"isAdmin":true},${good}` }));
      const pointer = `/${field.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      expect(problem).toMatchObject({ status: 422, code: "invalid-fields" });
      expect(problem.errors).toContainEqual({ pointer, code: "unknown-field", detail: "모르는 항목입니다." });
    }
    const deep = `{"surprise":${"[".repeat(500)}${"]".repeat(500)},${good}`;
    expect(await problemOf(call(key, { body: deep }))).toMatchObject({ status: 422 });
    expect(Object.prototype).not.toHaveProperty("isAdmin");
  });
});

describe("when the body lacks what it needs", () => {
  test.for(withBody)("%s", async (key) => {
    const [korean, english] = [await problemOf(call(key, { body: {} })), await problemOf(call(key, { body: {} }, "en"))];
    const pointers = requiredOf(key).map((field) => `/${field}`);
    for (const problem of [korean, english]) {
      expect(problem).toMatchObject({ status: 422, code: "invalid-fields" });
      expect([...new Set(problem.errors?.map(({ pointer }) => pointer))].sort()).toEqual(pointers.sort());
    }
    expect(korean).toMatchObject({ title: "고칠 곳이 있습니다" });
    expect(english).toMatchObject({ title: "Some fields need a change" });
    for (const { detail } of korean.errors ?? []) expect(detail).toMatch(/\p{Script=Hangul}/u);
    for (const { detail } of english.errors ?? []) expect(detail).toMatch(/^[\x20-\x7e]+$/);
    for (const field of requiredOf(key)) {
      const { [field]: _, ...rest } = bodyOf(key);
      const problem = await problemOf(call(key, { body: rest }));
      expect(problem.errors?.map(({ pointer }) => pointer)).toContain(`/${field}`);
    }
  });
});

describe("when a field is of another kind", () => {
  test.for(withBody)("%s", async (key) => {
    for (const field of Object.keys(bodyOf(key))) {
      for (const wrong of [null, { wrong: [] }, [[]], Number.MAX_VALUE, ""]) {
        if (mayBe(key, field, wrong)) continue;
        const problem = await problemOf(call(key, { body: { ...bodyOf(key), [field]: wrong } }));
        expect(problem, `${field}: ${JSON.stringify(wrong)}`).toMatchObject({ status: 422, code: "invalid-fields" });
        expect(problem.errors?.map(({ pointer }) => pointer.split("/")[1])).toContain(field);
      }
    }
  });
});

describe("when an id in the address is wrong", () => {
  const withParams = keys.filter((key) => operationOf(key).params);
  /** With a new id of their own these begin something new. */
  const minting = new Set<OperationKey>([
    "PUT /api/employers/{employerId}",
    "PUT /api/employers/{employerId}/postings/{postingId}",
    "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}",
    "PUT /api/me/visits/{visitId}/bookings/{bookingId}",
    "PUT /api/staff/incidents/{incidentId}",
    "PUT /api/staff/places/{placeId}",
    "PUT /api/staff/visits/{visitId}",
    "PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}",
    "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}",
    "PUT /api/me/visits/{visitId}/waits/{waitId}",
    "PUT /api/me/visits/{visitId}/applications/{applicationId}",
    "PUT /api/staff/visits/{visitId}/plans/{planId}",
    "POST /api/staff/visits/{visitId}/desk-changes/{planId}",
  ]);
  const prefixes: Record<string, string> = {
    visitId: "vis",
    bookingId: "bkg",
    employerId: "emp",
    postingId: "pst",
    slotRequestId: "srq",
    registrationId: "reg",
    waitId: "wai",
    applicationId: "apl",
    planId: "pln",
    pairingId: "prg",
    factorId: "fac",
    incidentId: "inc",
  };

  const speakingNames: Record<string, z.ZodMiniType> = { placeId: PlaceId, partnerId: PartnerId };

  test.for(withParams)("%s", async (key) => {
    const { params = {} } = goodRequests[key](season);
    for (const [name, good] of Object.entries(params)) {
      for (const wrong of [
        "nonsense",
        `${good.toLowerCase()}!`,
        `${good}x`,
        "%00",
        "acc_01M82YNFM04DGR5D222QMMN6S0",
        "ㄱ",
        "a".repeat(3000),
      ]) {
        // the name of a place or a partner is whatever whoever adds it calls it
        if (speakingNames[name]?.safeParse(wrong).success) continue;
        const problem = await problemOf(call(key, { params: { ...params, [name]: wrong } }));
        expect(problem, `${name}=${wrong}`).toMatchObject({ status: 404, code: "not-found" });
      }
      const prefix = prefixes[name];
      if (!prefix || (minting.has(key) && name === Object.keys(params).at(-1))) continue;
      expect(await problemOf(call(key, { params: { ...params, [name]: anId(prefix) } }))).toMatchObject({ status: 404, code: "not-found" });
    }
  });
});

describe("when a query is wrong", () => {
  test("one that an operation does not know is refused, whatever it asks", async () => {
    const problem = await problemOf(call("GET /api/health", { query: { x: "1" } }));
    expect(problem).toMatchObject({ status: 422, errors: [{ pointer: "/query/x", code: "unknown-field" }] });
  });

  test.for(keys.filter((key) => operationOf(key).query))("%s", async (key) => {
    for (const query of [{ from: "2026-02-30" }, { from: "yesterday" }, { page: "2" }]) {
      const [name = ""] = Object.keys(query);
      const problem = await problemOf(call(key, { query: query as Record<string, string> }));
      expect(problem).toMatchObject({
        status: 422,
        errors: expect.arrayContaining([expect.objectContaining({ pointer: `/query/${name}` })]),
      });
    }
  });
});

describe("when another site sends the request", () => {
  test.for(unsafe)("%s", async (key) => {
    const origins = ["https://evil.example.com", "null", "https://jobstop.example.com.evil.example.com", "http://jobstop.example.com", ""];
    for (const origin of origins) {
      expect(await problemOf(call(key, { headers: { origin } }))).toMatchObject({ status: 403, code: "other-site" });
    }
    for (const site of ["cross-site", "same-site"]) {
      expect(await problemOf(call(key, { headers: { "sec-fetch-site": site } }))).toMatchObject({ status: 403, code: "other-site" });
    }
  });
});

describe("when the address is none of ours", () => {
  test.for([
    ["GET", "/api/nothing"],
    ["GET", "/api/me/"],
    ["DELETE", "/api/me"],
    ["PATCH", "/api/public/visits"],
    ["OPTIONS", "/api/me"],
  ] as const)("%s %s is refused in words", async ([method, path]) => {
    const answer = await world.fetch(path, { method, headers: { "accept-language": "en", origin: testOrigin } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(await answer.json()).toMatchObject({ status: 404, code: "not-found", title: "Not found" });
  });
});
