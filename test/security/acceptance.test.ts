import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readSignInPepper, readSupportSealKey, readTicketSealKey } from "../../functions/platform/env.ts";
import { api } from "../../shared/contract/api.ts";
import { aWorldOverHttp } from "../rehearsal/http-world.ts";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { aDraft, anId, anOpenVisit, anotherEmployer, aProfile, aRegistration, aSeeker, type OpenVisit } from "../support/builders.ts";
import { aBrowser } from "../support/calls.ts";
import { holdsMark } from "../support/marks.ts";
import { aStack, passTime, type Stack } from "../support/stack.ts";
import type { Browser, World } from "../support/world.ts";

/**
 * The product as it runs, attacked over HTTP. Told in order: everybody here comes from one address, of which sign-in codes are counted, and time only goes on.
 */
const start = "2026-11-23T01:00:00.000Z";
let stack: Stack;
let world: World;
let visit: OpenVisit;
let other: OpenVisit;
let seeker: Browser & { mail: string };
let stranger: Browser & { mail: string };
let minutes = 0;
/** A window of every limit by address further. */
const laterBy = (more: number) => {
  minutes += more;
  passTime(new Date(Date.parse(start) + minutes * 60_000).toISOString());
};

beforeAll(async () => {
  stack = await aStack(start);
  world = aWorldOverHttp(stack);
  visit = await anOpenVisit(world);
  other = await anotherEmployer(world, visit);
  seeker = await aSeeker(world, visit.visitId, { name: "심은별", phone: "010-0000-7391" });
  stranger = await aSeeker(world, visit.visitId);
  await stack.drain();
});
afterAll(() => stack?.stop());

const send = (path: string, init: RequestInit = {}) => fetch(`${stack.origin}${path}`, { redirect: "manual", ...init });
const cookiesOf = ({ cookies }: Browser) => [...cookies].map((pair) => pair.join("=")).join("; ");
/** A request as our own pages send it, with anything in it. */
const sendAs = (browser: Browser, method: string, path: string, body: string, headers: Record<string, string> = {}) =>
  send(path, {
    method,
    body,
    headers: { origin: stack.origin, "content-type": "application/json", cookie: cookiesOf(browser), ...headers },
  });
const allItems = async (): Promise<Record<string, unknown>[]> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateScan({ client }, { TableName: stack.tableName, ConsistentRead: true }))
    items.push(...(page.Items ?? []));
  client.destroy();
  // The local stack's own, by which it knows that the stream is empty.
  return items.filter(({ type }) => type !== "local-marker");
};
const textOf = (items: readonly unknown[]): string => JSON.stringify(items, (_, value) => (value instanceof Set ? [...value] : value));
const registration = () => `/api/me/visits/${visit.visitId}/registration`;
const ask = async (mail: string) => {
  const browser = aBrowser();
  const after = stack.mailbox.list({ to: mail }).at(-1)?.id ?? "";
  await world.get("POST /api/sign-in/challenges", { body: { mail, locale: "ko" } }, browser);
  await stack.drain();
  const codes = stack.mailbox.list({ to: mail, after }).flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? []);
  return { browser, code: codes.at(-1) ?? "" };
};
const handIn = (code: string, browser: Browser) =>
  world.call("POST /api/sign-in/sessions", { body: { code } }, { ...browser, cookies: new Map(browser.cookies) });

describe("sign-in", () => {
  test("twenty times the right code at once make one sign-in, and the code is good no more", async () => {
    const { browser, code } = await ask("single@example.com");
    const answers = await Promise.all(Array.from({ length: 20 }, () => handIn(code, browser)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await handIn(code, browser)).ok).toBe(false);
  });

  test("after five of two hundred wrong codes at once the right one opens nothing", async () => {
    const { browser, code } = await ask("guessed@example.com");
    const wrong = Array.from({ length: 200 }, (_, i) => String((Number(code) + i + 1) % 1_000_000).padStart(6, "0"));
    const answers = await Promise.all(wrong.map((guess) => handIn(guess, browser)));
    expect(answers.every(({ ok }) => !ok)).toBe(true);
    expect((await handIn(code, browser)).ok).toBe(false);
  });

  test("a code is good only in the browser that asked, for ten minutes", async () => {
    const { browser, code } = await ask("bound@example.com");
    const elsewhere = await ask("elsewhere@example.com");
    expect((await handIn(code, aBrowser())).ok).toBe(false);
    expect((await handIn(code, elsewhere.browser)).ok).toBe(false);
    laterBy(15);
    expect((await handIn(code, browser)).ok).toBe(false);
  });

  test("known and unknown addresses are answered alike: body, headers, cookies", async () => {
    const told = async (mail: string) => {
      const answer = await sendAs(aBrowser(), "POST", "/api/sign-in/challenges", JSON.stringify({ mail, locale: "ko" }));
      const headers = [...answer.headers]
        .filter(([name]) => !["date", "jobstop-now", "set-cookie"].includes(name))
        .map(([name, value]) => `${name}: ${name.includes("id") ? "" : value}`);
      const cookie = (answer.headers.get("set-cookie") ?? "").replace(/=[^;]*/, "=");
      return { status: answer.status, body: await answer.text(), headers, cookie };
    };
    expect(await told(stranger.mail)).toEqual(await told("never-seen@example.com"));
  });

  test("a session that somebody planted is not taken over; cookies are for our pages, over TLS, of this host alone", async () => {
    const { browser, code } = await ask("fixed@example.com");
    browser.cookies.set("__Host-session", "acc_00000000000000000000000000.planted");
    const answer = await sendAs(browser, "POST", "/api/sign-in/sessions", JSON.stringify({ code }));
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("__Host-session=")) ?? "";
    expect(cookie).not.toContain("planted");
    for (const part of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(part);
    expect(cookie).not.toMatch(/Domain=|Max-Age/i);
  });

  test("signed out, a session that somebody copied is over on the server, too", async () => {
    const browser = await world.signIn("copied@example.com");
    const copy = { ...browser, cookies: new Map(browser.cookies) };
    await world.get("DELETE /api/sign-in/session", {}, browser);
    expect(refusalOf(await world.call("GET /api/me", {}, copy))).toBe("sign-in-needed");
  });

  test("addresses that only look like another are refused", async () => {
    for (const mail of [
      "аdmin@example.com",
      "ａdmin@example.com",
      "a@exаmple.com",
      "a@example.com\r\nBcc: b@example.com",
      "a\u200b@example.com",
      "a@b@example.com",
    ])
      expect((await sendAs(aBrowser(), "POST", "/api/sign-in/challenges", JSON.stringify({ mail, locale: "ko" }))).status, mail).toBe(422);
  });

  test("a mailed code alone opens nobody else's data", async () => {
    const mail = "weak@center.example.com";
    await world.staff(mail, ["manager"]);
    const { browser, code } = await ask(mail);
    await world.get("POST /api/sign-in/sessions", { body: { code } }, browser);
    for (const key of ["GET /api/staff/members", "GET /api/staff/access-log", "GET /api/staff/undelivered-mails"] as const)
      expect(refusalOf(await world.call(key, {}, browser))).toBe("second-step-needed");
  });
});

describe("requests from other sites", () => {
  const body = JSON.stringify(aRegistration({ name: "다른이름" }));
  test.for([
    ["JSON of another origin", { origin: "https://evil.example.com", "content-type": "application/json" }],
    ["without an origin", { "content-type": "application/json" }],
    ["of a page that is not ours, by its own word", { "sec-fetch-site": "cross-site", "content-type": "application/json" }],
    ["a form", { origin: "https://evil.example.com", "content-type": "application/x-www-form-urlencoded" }],
    ["plain text", { origin: "https://evil.example.com", "content-type": "text/plain" }],
    ["our origin as a prefix", { origin: "http://localhost.evil.example.com", "content-type": "application/json" }],
  ] as const)("%s changes nothing", async ([, headers]) => {
    const answer = await send(registration(), { method: "PUT", body, headers: { cookie: cookiesOf(seeker), ...headers } });
    expect(answer.status).toBe(403);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(textOf(await allItems())).not.toContain("다른이름");
  });

  test("a body that is not JSON is refused, from our own pages, too", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
      expect((await sendAs(seeker, "PUT", registration(), body, { "content-type": type })).status).toBe(415);
  });
});

describe("what is somebody else's", () => {
  test("a booking is read, moved and cancelled by nobody else", async () => {
    const bookingId = anId("bkg");
    expect((await bookSlot(world, visit, visit.slots[0] ?? "", seeker, bookingId)).ok).toBe(true);
    const params = { visitId: visit.visitId, bookingId };
    for (const key of [
      "DELETE /api/me/visits/{visitId}/bookings/{bookingId}",
      "GET /api/me/visits/{visitId}/bookings/{bookingId}/calendar.ics",
    ] as const) {
      expect(refusalOf(await world.call(key, { params }, stranger))).toBe("not-found");
      expect(refusalOf(await world.call(key, { params: { ...params, bookingId: anId("bkg") } }, stranger))).toBe("not-found");
    }
  });

  test("an employer's pages answer another employer as if there were none", async () => {
    const params = { employerId: visit.employerId, visitId: visit.visitId };
    for (const key of Object.keys(api).filter((one) =>
      /^GET \/api\/employers\/\{employerId\}/.test(one),
    ) as "GET /api/employers/{employerId}"[])
      expect(refusalOf(await world.call(key, { params }, other.employer)), key).toBe("not-found");
    const put = await world.call("PUT /api/employers/{employerId}", { params, body: aProfile({ nameKo: "빼앗은기업" }) }, other.employer);
    expect(refusalOf(put)).toBe("not-found");
  });

  test("an employer sees of who is booked with it the time, and not number, year of birth or address", async () => {
    const params = { employerId: visit.employerId, visitId: visit.visitId };
    const seen = JSON.stringify(await world.get("GET /api/employers/{employerId}/visits/{visitId}/interviews", { params }, visit.employer));
    for (const mark of ["심은별", "7391", "1968", seeker.mail]) expect(holdsMark(seen, mark), mark).toBe(false);
  });

  test("fields that nobody asked for are refused, and give nobody anything", async () => {
    for (const more of [{ staffRoles: ["manager"] }, { personId: anId("psn") }, { arrivedAt: start }, { employerIds: [visit.employerId] }])
      expect((await sendAs(stranger, "PUT", registration(), JSON.stringify({ ...aRegistration(), ...more }))).status).toBe(422);
    expect((await world.get("GET /api/me", {}, stranger)).staffRoles).toEqual([]);
  });

  test("a role that is taken away in the middle of a session is gone with the next request", async () => {
    const mail = "gone@center.example.com";
    const desk = await world.staff(mail, ["desk"]);
    const day = () => world.call("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, desk);
    expect((await day()).ok).toBe(true);
    await world.get("PUT /api/staff/members", { body: { mail, name: "권도경", roles: [] } }, visit.manager);
    expect(refusalOf(await day())).toBe("not-allowed");
  });

  test("an invitation is for one address and one use; who is removed is out at once", async () => {
    const [mail, invitationId, employerId] = ["colleague@example.com", anId("inv"), visit.employerId];
    await world.get(
      "PUT /api/employers/{employerId}/invitations/{invitationId}",
      { params: { employerId, invitationId }, body: { mail } },
      visit.employer,
    );
    const accept = (by: Browser) =>
      world.call("POST /api/employers/{employerId}/invitations/{invitationId}/acceptance", { params: { employerId, invitationId } }, by);
    expect(refusalOf(await accept(stranger))).toBe("not-found");
    // Its mail is there before the code's.
    await stack.drain();
    const colleague = await world.signIn(mail);
    expect((await accept(colleague)).ok).toBe(true);
    await world.takeSecondStep(colleague);
    const { accountId } = await world.get("GET /api/me", {}, colleague);
    await world.get("POST /api/employers/{employerId}/members/{accountId}/removal", { params: { employerId, accountId } }, visit.employer);
    expect(refusalOf(await world.call("GET /api/employers/{employerId}", { params: { employerId } }, colleague))).toBe("not-found");
    expect(refusalOf(await accept(colleague))).toBe("invitation-unusable");
  });

  test("nothing of the access log can be changed or taken away", async () => {
    expect(Object.keys(api).filter((key) => /^(DELETE|PATCH) .*access-log/.test(key))).toEqual([]);
    for (const method of ["DELETE", "PATCH", "PUT"])
      expect((await sendAs(visit.manager, method, "/api/staff/access-log", "{}")).status).toBeGreaterThanOrEqual(404);
  });
});

describe("words that people write", () => {
  const names = {
    "a line break": "김\r\nBcc: a@example.com",
    "a line separator": "김\u2028하늘",
    "a change of direction": "김\u202e하늘",
    "an invisible sign": "김\u200b하늘",
    "a control sign": "김\u0000하늘",
    "a hundred marks": `김${"\u0301".repeat(100)}`,
  };
  test.for(Object.entries(names))("a name with %s is refused", async ([, name]) => {
    expect((await sendAs(stranger, "PUT", registration(), JSON.stringify(aRegistration({ name })))).status).toBe(422);
  });

  test("a name in parts is kept as one in whole signs", async () => {
    expect(
      (await sendAs(stranger, "PUT", registration(), JSON.stringify(aRegistration({ name: "김하늘".normalize("NFD") })))).status,
    ).toBeLessThan(300);
    expect((await world.get("GET /api/me", {}, stranger)).person?.name).toBe("김하늘");
  });

  test("a resident number is refused in every free text of a posting and a firm", async () => {
    const number = "900101-1234567";
    const { employerId } = visit;
    for (const field of ["titleKo", "workTimeKo", "tasksKo"] as const) {
      const params = { employerId, postingId: anId("pst") };
      const put = await world.call(
        "PUT /api/employers/{employerId}/postings/{postingId}",
        { params, body: aDraft({ [field]: `문의 ${number}` }) },
        visit.employer,
      );
      expect(refusalOf(put), field).toBe("invalid-fields");
    }
    const put = await world.call(
      "PUT /api/employers/{employerId}",
      { params: { employerId }, body: aProfile({ aboutKo: `대표 ${number}` }) },
      visit.employer,
    );
    expect(refusalOf(put)).toBe("invalid-fields");
    expect(textOf(await allItems())).not.toContain(number);
  });

  test("line breaks reach neither subjects nor calendar files", async () => {
    const params = { employerId: visit.employerId, postingId: anId("pst") };
    for (const titleKo of ["조립원\r\nATTENDEE:mailto:a@example.com", "조립원\nBEGIN:VEVENT", "조립원\u2028X"])
      expect(
        refusalOf(
          await world.call("PUT /api/employers/{employerId}/postings/{postingId}", { params, body: aDraft({ titleKo }) }, visit.employer),
        ),
      ).toBe("invalid-fields");
    await stack.drain();
    for (const { headers, attachments } of stack.mailbox.list({})) {
      expect(headers.filter((line) => /^(bcc|cc):/i.test(line))).toEqual([]);
      for (const file of attachments) expect(file).toBeDefined();
    }
  });
});

describe("bodies that are no requests", () => {
  const withText = (text: string) => sendAs(stranger, "PUT", registration(), text);
  test.for([
    ["__proto__", `{"__proto__":{"isAdmin":true},${JSON.stringify(aRegistration()).slice(1)}`, [400, 422]],
    ["constructor", `{"constructor":{"prototype":{"isAdmin":true}},${JSON.stringify(aRegistration()).slice(1)}`, [400, 422]],
    ["too large", JSON.stringify({ ...aRegistration(), name: "가".repeat(40_000) }), [413]],
    ["too deep", `{"name":${"[".repeat(5_000)}${"]".repeat(5_000)}}`, [400, 422]],
    ["cut off", '{"name":"김', [400]],
    ["no object", "null", [400, 422]],
    ["twice the same name", '{"name":"김하늘","name":"이하늘"}', [400, 422]],
  ] as const)("%s is refused, and nothing falls over", async ([, text, expected]) => {
    expect(expected).toContain((await withText(text)).status);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    expect((await send("/api/health")).status).toBe(200);
  });

  test("compressed, or of another length than it says, it is refused", async () => {
    const zipped = await send(registration(), {
      method: "PUT",
      body: gzipSync(JSON.stringify(aRegistration({ name: "압축된이름" }))),
      headers: { origin: stack.origin, "content-type": "application/json", "content-encoding": "gzip", cookie: cookiesOf(stranger) },
    });
    expect(zipped.status).toBeGreaterThanOrEqual(400);
    expect(zipped.status).toBeLessThan(500);
    const { hostname, port } = new URL(stack.origin);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname, () =>
        socket.end(
          `PUT ${registration()} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${stack.origin}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{}`,
        ),
      );
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("close", () => resolve(text));
      socket.on("error", () => resolve(text));
    });
    expect(answer).not.toMatch(/^HTTP\/1\.1 2/);
    expect((await send("/api/health")).status).toBe(200);
  });
});

describe("many at once", () => {
  test("fifty requests for one seat give it once", async () => {
    const slotId = visit.slots[3] ?? "";
    const seekers = await Promise.all(Array.from({ length: 5 }, () => aSeeker(world, visit.visitId)));
    const answers = await Promise.all(seekers.flatMap((one) => Array.from({ length: 10 }, () => bookSlot(world, visit, slotId, one))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { slots } = await world.get("GET /api/staff/visits/{visitId}/slots", { params: { visitId: visit.visitId } }, visit.manager);
    expect(slots.find((slot) => slot.slotId === slotId)).toMatchObject({ taken: 1 });
  });
});

describe("mail", () => {
  test("every link in every mail can be opened by a scanner: nothing changes", async () => {
    await stack.drain();
    const links = new Set(stack.mailbox.list({}).flatMap(({ text }) => text.match(/https?:\/\/\S+/g) ?? []));
    expect(links.size).toBeGreaterThan(2);
    const lines = async () => (await allItems()).map((item) => textOf([item])).sort();
    const before = await lines();
    for (const link of links) {
      expect(link.startsWith(stack.origin), link).toBe(true);
      for (const method of ["GET", "HEAD"]) expect((await fetch(link, { method, redirect: "manual" })).status, link).toBe(200);
    }
    await stack.drain();
    expect((await lines()).filter((line) => !before.includes(line))).toEqual([]);
  });

  test("no request passes for the mail service", async () => {
    const forged = JSON.stringify({ eventType: "Bounce", mail: { messageId: "m", tags: { mail: ["x"] } } });
    for (const path of ["/api/mail-events", "/api/sns", "/api/ses", "/api/bounces", "/api/staff/mail-events"])
      expect((await sendAs(seeker, "POST", path, forged)).status).toBe(404);
  });
});

describe("forgetting", () => {
  test("an export has everything, and once erased nothing in the table leads back but what the law keeps apart", async () => {
    const exported = JSON.stringify(await world.get("GET /api/me/export", {}, seeker));
    for (const mark of ["심은별", "01000007391", seeker.mail]) expect(exported).toContain(mark);
    // Whoever signed in a quarter of an hour ago has to show again that it is they.
    expect(refusalOf(await world.call("POST /api/me/erasure", {}, seeker))).toBe("fresh-sign-in-needed");
    expect((await world.call("POST /api/me/erasure", {}, await world.signIn(seeker.mail))).ok).toBe(true);
    await stack.fire("finish-erasures");
    await stack.drain();
    const left = (await allItems()).filter(({ type }) => type !== "locked-form" && type !== "challenge");
    for (const mark of ["심은별", "01000007391", seeker.mail]) expect(textOf(left)).not.toContain(mark);
    expect(refusalOf(await world.call("GET /api/me", {}, seeker))).toBe("sign-in-needed");
  });

  test("the purge may run twice", async () => {
    await stack.fire("purge-data");
    const before = textOf((await allItems()).filter(({ type }) => type !== "purge-cursor"));
    await stack.fire("purge-data");
    expect(textOf((await allItems()).filter(({ type }) => type !== "purge-cursor"))).toBe(before);
  });
});

describe("what is served", () => {
  const files = () => readdirSync(inject("siteFolder"), { recursive: true, encoding: "utf8" });

  test("headers that protect stand on answers of every kind", async () => {
    const answers = [
      await send("/"),
      await send("/no/such/page"),
      await send("/api/health"),
      await send("/api/no/such/thing"),
      await send("/api/me"),
      await send(registration(), { method: "PUT", body: "{}" }),
      await sendAs(stranger, "PUT", registration(), "{"),
      await sendAs(stranger, "PUT", registration(), JSON.stringify({ name: "가".repeat(40_000) })),
      await send("/", { method: "POST" }),
    ];
    for (const { url, status, headers } of answers) {
      const at = `${status} ${url}`;
      expect(headers.get("content-security-policy"), at).toMatch(/default-src 'none'/);
      expect(headers.get("content-security-policy"), at).toMatch(/frame-ancestors 'none'/);
      expect(headers.get("content-security-policy"), at).not.toMatch(/unsafe-inline|unsafe-eval'|\*/);
      expect(headers.get("x-content-type-options"), at).toBe("nosniff");
      expect(headers.get("referrer-policy"), at).toBe("no-referrer");
      expect(headers.get("strict-transport-security"), at).toMatch(/max-age=\d{8}/);
      expect(headers.get("cross-origin-opener-policy"), at).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy"), at).toBe("same-origin");
      expect(headers.get("x-powered-by"), at).toBeNull();
    }
    for (const path of ["/api/me", "/api/health", "/api/no/such/thing"])
      expect((await send(path)).headers.get("cache-control")).toContain("no-store");
  });

  test("no path leads out of the site, to another host, or round the checks", async () => {
    const { hostname, port } = new URL(stack.origin);
    const raw = (path: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(port), hostname, () =>
          socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`),
        );
        let text = "";
        socket.on("data", (chunk) => {
          text += chunk;
        });
        socket.on("close", () => resolve(text));
        socket.on("error", () => resolve(text));
      });
    for (const path of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/..%2fpackage.json",
      "/assets/..%5c..%5cpackage.json",
      "/%00",
      "/%",
      "//evil.example.com/",
      "/\\evil.example.com",
      "/my?next=https://evil.example.com",
      "/.git/config",
      "/.env",
      "/.jobstop/secrets",
      "/package.json",
      "//api/staff/members",
      "/api//staff/members",
      "/api/staff/members/",
      "/API/staff/members",
      "/api/public/../staff/members",
      "/api/public/%2e%2e/staff/members",
    ]) {
      const answer = await raw(path);
      expect(answer, path).not.toMatch(/"devDependencies"|\[core\]|"members"/);
      expect(answer.split("\r\n\r\n")[0], path).not.toMatch(/location:.*evil/i);
    }
  });

  test("no source maps, no dot files", async () => {
    expect(files().filter((name) => name.endsWith(".map") || /(^|\/)\./.test(name))).toEqual([]);
    for (const script of files()
      .filter((name) => /\.(js|css)$/.test(name))
      .slice(0, 5))
      expect((await send(`/${script}.map`)).status).toBe(404);
  });

  test("nothing that only tests want is there", async () => {
    for (const path of [
      "/api/test",
      "/api/faults",
      "/api/mails",
      "/api/debug",
      "/api/reset",
      "/api/seed",
      "/api/time",
      "/authenticator",
      "/api/authenticator",
      "/inbox",
    ])
      expect((await send(path)).status, path).toBe(404);
  });

  test("a function without its secrets, or with short ones, does not start", () => {
    for (const pepper of [undefined, "", "secret", "changeme"]) expect(() => readSignInPepper({ SIGN_IN_PEPPER: pepper })).toThrow();
    for (const key of [undefined, "", "AAAA"]) {
      expect(() => readTicketSealKey({ TICKET_SEAL_KEY: key })).toThrow();
      expect(() => readSupportSealKey({ SUPPORT_SEAL_KEY: key })).toThrow();
    }
  });
});

// The last: from here on nobody of this address is sent a code for a while.
describe("limits", () => {
  const challenge = (mail: string, headers: Record<string, string> = {}) =>
    sendAs(aBrowser(), "POST", "/api/sign-in/challenges", JSON.stringify({ mail, locale: "ko" }), headers);

  test("three codes in a quarter of an hour for one address, however it is written", async () => {
    laterBy(31);
    for (const mail of ["flood@example.com", "FLOOD@example.com", "Flood@Example.com"]) expect((await challenge(mail)).status).toBe(202);
    const refused = await challenge("flood@EXAMPLE.com");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("sixty from one network, whatever a sender says of where it is", async () => {
    laterBy(31);
    const statuses: number[] = [];
    for (let i = 0; i < 62; i++) {
      const spoofed = {
        "x-forwarded-for": `203.0.113.${i}`,
        "cloudfront-viewer-address": `203.0.113.${i}:1`,
        "x-real-ip": `203.0.113.${i}`,
        forwarded: `for=203.0.113.${i}`,
      };
      statuses.push((await challenge(`many${i}@example.com`, spoofed)).status);
    }
    expect(statuses.slice(0, 60)).toEqual(new Array(60).fill(202));
    expect(statuses.slice(60)).toEqual([429, 429]);
  });
});
