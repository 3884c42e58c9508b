import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, describe, expect, test } from "vitest";
import { findItem, findItems } from "../../functions/platform/db.ts";
import { readTableAddress } from "../../functions/platform/env.ts";
import { type Ask, isConditionFailed, openWire, TableError, type Transport } from "../../functions/platform/table-wire.ts";
import { transact, updateIfHolds } from "../../functions/platform/transact.ts";
import { aTable } from "../support/table.ts";

const lambda = {
  AWS_REGION: "ap-northeast-2",
  AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
  AWS_SECRET_ACCESS_KEY: "a secret",
  AWS_SESSION_TOKEN: "a token",
};
const aRead = { TableName: "t", Key: { pk: { S: "한" }, sk: { S: "b" } } };

describe("where the table is", () => {
  test("Lambda says so, and an address of another endpoint comes first, as for the SDK", async () => {
    expect(readTableAddress(lambda).endpoint.href).toBe("https://dynamodb.ap-northeast-2.amazonaws.com/");
    expect(readTableAddress({ ...lambda, AWS_ENDPOINT_URL: "http://127.0.0.1:1" }).endpoint.port).toBe("1");
    const both = { ...lambda, AWS_ENDPOINT_URL: "http://127.0.0.1:1", AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:2" };
    expect(readTableAddress(both).endpoint.port).toBe("2");
    expect(() => readTableAddress({ ...lambda, AWS_ACCESS_KEY_ID: "" })).toThrow("no credentials");
  });
});

const sha256 = (value: string) => createHash("sha256").update(value).digest("hex");
const hmac = (key: string | Buffer, value: string) => createHmac("sha256", key).update(value).digest();

/** Signature Version 4, as Amazon's documents describe it. */
const signatureOf = (headers: Readonly<Record<string, string>>, body: string): string => {
  const names = Object.keys(headers)
    .filter((name) => name !== "authorization")
    .toSorted();
  const date = headers["x-amz-date"] ?? "";
  const day = date.slice(0, 8);
  const canonical = ["POST", "/", "", ...names.map((name) => `${name}:${headers[name]}`), "", names.join(";"), sha256(body)].join("\n");
  const scope = `${day}/ap-northeast-2/dynamodb/aws4_request`;
  const key = [day, "ap-northeast-2", "dynamodb", "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${lambda.AWS_SECRET_ACCESS_KEY}`);
  const signature = hmac(key, ["AWS4-HMAC-SHA256", date, scope, sha256(canonical)].join("\n")).toString("hex");
  return `AWS4-HMAC-SHA256 Credential=${lambda.AWS_ACCESS_KEY_ID}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
};

test("every request is signed with all of its headers, the session's token among them", async () => {
  const sent: Parameters<Transport>[0][] = [];
  const ask = openWire(readTableAddress(lambda), async (asked) => {
    sent.push(asked);
    return { status: 200, body: "{}" };
  });
  await ask("GetItem", aRead);
  const [{ headers, body }] = sent as [Parameters<Transport>[0]];
  expect(headers).toMatchObject({
    host: "dynamodb.ap-northeast-2.amazonaws.com",
    "content-length": String(Buffer.byteLength(body)),
    "x-amz-security-token": "a token",
    "x-amz-target": "DynamoDB_20120810.GetItem",
  });
  expect(headers.authorization).toBe(signatureOf(headers, body));
});

type Seen = { headers: IncomingHttpHeaders; body: string };
let close = async (): Promise<void> => {};
afterEach(() => close());
/** A table that answers what it is told, one after the other; null: it hangs up. */
const aTableThatAnswers = async (...answers: ([status: number, body: string] | null)[]): Promise<{ ask: Ask; seen: Seen[] }> => {
  const seen: Seen[] = [];
  const server = createServer(async (asked, answer) => {
    seen.push({ headers: asked.headers, body: await text(asked) });
    const [status, body] = answers[seen.length - 1] ?? [];
    if (!status) asked.socket.destroy();
    else answer.writeHead(status).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  close = async () => {
    server.closeAllConnections();
    server.close();
  };
  const endpoint = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return { ask: openWire({ ...readTableAddress(lambda), endpoint }), seen };
};

const refusal = (name: string): [number, string] => [400, JSON.stringify({ __type: `com.amazon.coral#${name}`, Message: "no" })];
const item: [number, string] = [200, JSON.stringify({ Item: { pk: { S: "한" } } })];

describe("what is asked for again", () => {
  test.for([
    ["a connection that was closed", null],
    ["a fault of the table", [500, "{}"]],
    ["a page of something in between", [503, "<html>"]],
    ["a table that is asked too much", refusal("ThrottlingException")],
  ] as const)("%s", async ([, first]) => {
    const { ask, seen } = await aTableThatAnswers(first && [...first], item);
    expect(await ask("GetItem", aRead)).toEqual({ Item: { pk: { S: "한" } } });
    expect(seen.map(({ body }) => JSON.parse(body))).toEqual([aRead, aRead]);
  });

  test("a transaction keeps its token, so that it is done once", async () => {
    const { ask, seen } = await aTableThatAnswers(null, [500, "{}"], [200, "{}"]);
    const put = { Put: { Item: { pk: "a", sk: "b" } } };
    expect(await transact({ ask, table: "t" }, { put })).toEqual({ ok: true });
    const tokens = seen.map(({ body }) => JSON.parse(body).ClientRequestToken);
    expect(tokens).toHaveLength(3);
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("four times at most, and then it is said what was wrong", async () => {
    const { ask, seen } = await aTableThatAnswers([500, "{}"], [502, "{}"], [503, "{}"], [500, "<html>"], item);
    await expect(ask("GetItem", aRead)).rejects.toMatchObject({ name: "UnknownError", message: "The table answered with 500." });
    expect(seen).toHaveLength(4);
  });

  test("not what was refused for good", async () => {
    const { ask, seen } = await aTableThatAnswers(refusal("ValidationException"), item);
    const refused = await ask("GetItem", aRead).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TableError);
    expect(refused).toMatchObject({ name: "ValidationException", message: "no" });
    expect(isConditionFailed(refused)).toBe(false);
    expect(seen).toHaveLength(1);
  });
});

describe("on the engine", () => {
  const key = { pk: "K", sk: "S" };
  const whole = {
    ...key,
    type: "slot",
    version: 1,
    B: "an attribute that is called like the type of bytes",
    bytes: new Uint8Array([0, 1, 250, 255]),
    inside: { B: { bytes: new Uint8Array([9]) }, list: [1, null, "한", true] },
    numbers: new Set([1, 2]),
    texts: new Set(["a", "b"]),
  };

  test("what is written comes back as it was, bytes and sets too, and is what the SDK reads and writes", async () => {
    const { db, doc, allItems } = await aTable();
    await transact(db, { put: { Put: { Item: { ...whole, bytes: Buffer.from(whole.bytes), nothing: undefined } } } });
    expect(await allItems()).toEqual([whole]);
    expect(await findItem(db, key)).toEqual(whole);
    await doc.send(new PutCommand({ TableName: db.table, Item: { ...whole, sk: "T" } }));
    expect(
      await findItems(db, [
        { pk: "K", sk: "T" },
        { pk: "K", sk: "none" },
      ]),
    ).toEqual([{ ...whole, sk: "T" }, undefined]);
  });

  test("a write that is refused tells what stands there", async () => {
    const { db } = await aTable();
    const put = { Put: { Item: whole, ConditionExpression: "attribute_not_exists(pk)" } };
    await transact(db, { put });
    expect(await transact(db, { put })).toEqual({ ok: false, refused: ["put"], before: { put: whole } });
    const grow = (from: number) => ({
      Update: {
        Key: key,
        UpdateExpression: "ADD version :one",
        ConditionExpression: "version = :from",
        ExpressionAttributeValues: { ":one": 1, ":from": from },
      },
    });
    expect(await updateIfHolds(db, grow(1))).toEqual({ ...whole, version: 2 });
    expect(await updateIfHolds(db, grow(1))).toBeUndefined();
  });
});
