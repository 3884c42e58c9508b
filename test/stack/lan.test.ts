import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { statSync } from "node:fs";
import { createServer, request } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { clearDataFolder } from "../../infra/local/data-folder.ts";
import { ensureAuthority, issueLeaf, type Leaf } from "../../infra/local/lan/authority.ts";
import { lanAddress } from "../../infra/local/lan/lan-address.ts";
import { type Stack, startStack } from "../../infra/local/stack.ts";
import { readStartOptions } from "../../infra/local/start-options.ts";
import { StartProblem } from "../../infra/local/start-problem.ts";
import { aFolder } from "./a-folder.ts";

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };
type Asking = { ca?: string | undefined; method?: string; headers?: Record<string, string>; body?: unknown };

/** Over HTTPS as somebody asks who trusts this authority, or no other than the world's. */
const ask = async (url: string, { ca, method = "GET", headers = {}, body }: Asking = {}): Promise<Answer> => {
  const sent = request(url, { ca, method, headers, agent: false });
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = await once(sent, "response");
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += chunk;
  return { status: response.statusCode, headers: response.headers, text };
};

describe("the address for phones", () => {
  test("is the one in a private network that a phone is likeliest in", () => {
    expect(lanAddress(undefined, ["203.0.113.9", "172.17.0.1", "10.0.0.3", "192.168.0.7"])).toBe("192.168.0.7");
    expect(lanAddress("10.1.2.3", ["192.168.0.7", "10.1.2.3"])).toBe("10.1.2.3");
    expect(readStartOptions(["--lan", "--address", "127.0.0.1"])).toMatchObject({ lanAddress: "127.0.0.1", notes: [] });
    expect(readStartOptions([])).toMatchObject({ lanAddress: undefined });
  });
  test("is nowhere in the Internet", () => {
    expect(() => lanAddress("203.0.113.9", [])).toThrow(StartProblem);
    expect(() => lanAddress("172.32.0.1", [])).toThrow(StartProblem);
    expect(() => lanAddress("phone.example.com", [])).toThrow(StartProblem);
    expect(() => lanAddress("10.1.2.3", ["127.0.0.1", "192.168.0.7"])).toThrow("127.0.0.1, 192.168.0.7");
    expect(() => lanAddress(undefined, ["127.0.0.1"])).toThrow(/no private network/);
    expect(() => lanAddress(undefined, ["203.0.113.9"])).toThrow(/no private network/);
  });
});

describe("the authority", () => {
  const serve = async (leaf: Leaf): Promise<string> => {
    const server = createServer(leaf, (_, response) => response.end("here")).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  };

  test("is made once, outlives a fresh start, and its key is its owner's alone", async () => {
    const folder = aFolder();
    const [first, second] = [await ensureAuthority(join(folder, "authority")), await ensureAuthority(join(folder, "authority"))];
    expect(second.fingerprint).toBe(first.fingerprint);
    expect(statSync(join(folder, "authority", "authority.key")).mode & 0o777).toBe(0o600);
    await clearDataFolder(folder);
    expect((await ensureAuthority(join(folder, "authority"))).fingerprint).toBe(first.fingerprint);
    const ca = second.certificate.toString("pem");
    // what one run has signed, phones trust in the next
    expect(await ask(await serve(await issueLeaf(second, ["127.0.0.1"])), { ca })).toMatchObject({ status: 200, text: "here" });
  });

  test("cannot vouch for anything in the Internet", async () => {
    const authority = await ensureAuthority(aFolder());
    const ca = authority.certificate.toString("pem");
    await expect(ask(await serve(await issueLeaf(authority, ["203.0.113.9"])), { ca })).rejects.toThrow(/permitted subtree/);
  });

  test("ends within 398 days, and what it signs before it", async () => {
    const authority = await ensureAuthority(aFolder());
    const leaf = new X509Certificate((await issueLeaf(authority, ["192.168.0.7"])).cert);
    const days = (certificate: { validTo: string; validFrom: string }) =>
      (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / 86_400_000;
    const root = new X509Certificate(authority.der);
    expect(days(root)).toBeLessThan(398);
    expect(days(leaf)).toBeLessThan(100);
    expect(leaf.subjectAltName).toBe("IP Address:192.168.0.7, IP Address:127.0.0.1, DNS:localhost");
    expect(leaf.verify(root.publicKey)).toBe(true);
  });
});

describe("a stack that serves phones", () => {
  let stack: Stack;
  let ca: string;
  beforeAll(async () => {
    process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
    const siteFolder = join(import.meta.dirname, "entries");
    // another time of the product changes nothing about the time of certificates
    stack = await startStack({ now: new Date("2031-11-26T01:00:00.000Z"), timers: false, siteFolder, lan: { address: "127.0.0.1" } });
    ca = stack.phones?.authority ?? "";
  });
  afterAll(() => stack.stop());

  test("is trusted by who has its authority, and by nobody else", async () => {
    expect(stack.origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect((await ask(`${stack.origin}/api/public/visits`, { ca })).status).toBe(200);
    await expect(ask(`${stack.origin}/api/public/visits`)).rejects.toThrow(/self-signed|unable to verify|local issuer/);
  });

  test("signs people in there, with cookies that only encryption carries", async () => {
    const headers = { origin: stack.origin, "content-type": "application/json", "accept-language": "ko" };
    const asked = await ask(`${stack.origin}/api/sign-in/challenges`, {
      ...{ ca, method: "POST", headers },
      body: { mail: "lan@example.com", locale: "ko" },
    });
    expect(asked.status).toBeLessThan(300);
    expect(String(asked.headers["set-cookie"])).toMatch(/__Host-challenge=.*Secure/);
    const [letter] = await stack.mailbox.waitFor({ to: "lan@example.com" }, AbortSignal.timeout(30_000));
    const code = /\b\d{6}\b/.exec(letter?.text ?? "")?.[0];
    const cookie = String(asked.headers["set-cookie"]).split(";")[0] ?? "";
    const signedIn = await ask(`${stack.origin}/api/sign-in/sessions`, {
      ...{ ca, method: "POST", headers: { ...headers, cookie } },
      body: { code },
    });
    expect(signedIn.status).toBeLessThan(300);
    const elsewhere = { ...headers, origin: stack.origin.replace("127.0.0.1", "localhost") };
    const refused = await ask(`${stack.origin}/api/sign-in/challenges`, { ca, method: "POST", headers: elsewhere, body: {} });
    expect(refused.status).toBe(403);
  });

  test("leads from its other names to the one that pages are at", async () => {
    const here = await ask(`${stack.origin}/staff?x=1`, { ca, headers: { host: `localhost:${new URL(stack.origin).port}` } });
    expect([here.status, here.headers.location]).toEqual([307, `${stack.origin}/staff?x=1`]);
    expect(here.headers["strict-transport-security"]).toBeUndefined();
  });

  test("says on a page without encryption how a phone comes to trust it, and gives it the certificate, nothing more", async () => {
    const page = stack.phones?.installPage ?? "";
    const html = await (await fetch(page)).text();
    for (const part of [stack.phones?.fingerprint ?? "?", `${stack.origin}/staff`, "아이폰", "안드로이드", "iPhone", "Android"])
      expect(html).toContain(part);
    const file = await fetch(`${page}/jobstop-authority.crt`);
    expect(file.headers.get("content-type")).toBe("application/x-x509-ca-cert");
    expect(new X509Certificate(Buffer.from(await file.arrayBuffer())).fingerprint256).toBe(stack.phones?.fingerprint);
    for (const path of ["/api/public/visits", "/staff", "/authority.key", "/../authority/authority.key"])
      expect((await fetch(`${page}${path}`)).status).toBe(404);
    expect((await fetch(page, { method: "POST" })).status).toBe(404);
  });
});
