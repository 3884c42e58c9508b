import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from "@aws-sdk/client-sesv2";
import MailComposer from "nodemailer/lib/mail-composer";
import { describe, expect, onTestFinished, test } from "vitest";
import type { KeptMail } from "../../infra/local/mailbox.ts";
import { startSes } from "../../infra/local/ses.ts";
import { aFolder } from "./a-folder.ts";

const from = '"일자리 정류장" <noreply@jobstop.example.com>';
/** One black pixel. */
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==", "base64");

type LinkedMail = Omit<KeptMail, "attachments"> & {
  readonly href: string;
  readonly emlHref: string;
  readonly htmlHref: string;
  readonly attachments: readonly { readonly filename: string; readonly href: string }[];
};

async function aMailService(folder = aFolder()) {
  const ses = await startSes({ folder, domains: ["jobstop.example.com"] });
  onTestFinished(ses.stop);
  const client = new SESv2Client({ endpoint: ses.origin, maxAttempts: 1 });
  const send = async (input: Partial<SendEmailCommandInput> = {}) =>
    client.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: ["kim@example.com"] },
        Content: { Simple: { Subject: { Data: "안내" }, Body: { Text: { Data: "안녕하세요" } } } },
        ...input,
      }),
    );
  const get = (path: string, init?: RequestInit) => fetch(`${ses.origin}${path}`, init);
  const list = async (query = ""): Promise<LinkedMail[]> => (await (await get(`/api/mails${query}`)).json()).mails;
  return { folder, ses, client, send, get, list };
}

const aRawMail = () =>
  new MailComposer({
    from,
    to: "kim@example.com",
    subject: "11월 26일(목) 입장 QR",
    text: "QR을 보여 주세요",
    html: '<h1>입장 QR</h1><img src="cid:ticket" alt="QR"><a href="http://localhost:3000/visits/v">방문</a><script>alert(1)</script>',
    headers: { "List-Unsubscribe": "<https://jobstop.example.com/stop>", "X-Jobstop": "7" },
    attachments: [
      { filename: "ticket.png", content: png, cid: "ticket", contentDisposition: "inline" },
      { filename: "방문.ics", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", contentType: "text/calendar; method=REQUEST" },
    ],
  })
    .compile()
    .build();

test("a page of another site whose name points at this machine reads no mail", async () => {
  const { ses } = await aMailService();
  const { port } = new URL(ses.origin);
  const statusFor = async (host: string): Promise<number | undefined> => {
    const [answer] = (await once(request({ host: "127.0.0.1", port, path: "/api/mails", headers: { host } }).end(), "response")) as [
      IncomingMessage,
    ];
    return answer.resume().statusCode;
  };
  expect(await statusFor(`rebound.example.com:${port}`)).toBe(421);
  expect(await statusFor(`localhost:${port}`)).toBe(200);
});

describe("a raw mail", () => {
  test("is kept byte for byte, with its headers, tags and hidden recipients", async () => {
    const { send, list, get, folder } = await aMailService();
    const raw = await aRawMail();
    await send({
      Content: { Raw: { Data: raw } },
      Destination: { ToAddresses: ["Kim@example.com"], BccAddresses: ["staff@example.com"] },
      EmailTags: [{ Name: "mail", Value: "mail_1" }],
      ConfigurationSetName: "jobstop-local",
    });
    const [mail] = await list("?to=KIM@example.com");
    expect(mail).toMatchObject({
      from: "noreply@jobstop.example.com",
      to: ["kim@example.com", "staff@example.com"],
      subject: "11월 26일(목) 입장 QR",
      tags: { mail: "mail_1" },
      configurationSet: "jobstop-local",
    });
    expect(mail?.headers).toContain("X-Jobstop: 7");
    expect(mail?.headers).toContain("List-Unsubscribe: <https://jobstop.example.com/stop>");
    expect(Buffer.from(await (await get(mail?.emlHref ?? "")).arrayBuffer()).equals(raw)).toBe(true);
    expect(readFileSync(join(folder, `${mail?.id}.eml`)).equals(raw)).toBe(true);
  });

  test("shows its inline picture, in a document that may run and load nothing", async () => {
    const { send, list, get } = await aMailService();
    await send({ Content: { Raw: { Data: await aRawMail() } } });
    const [mail] = await list();
    const shown = await get(mail?.htmlHref ?? "");
    expect(await shown.text()).toContain(`src="data:image/png;base64,${png.toString("base64")}"`);
    const policy = shown.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("sandbox");
    expect(policy).not.toContain("allow-scripts");
    const page = await (await get(mail?.href ?? "")).text();
    expect(page).toContain(`<iframe title="편지 내용 Mail" src="${mail?.htmlHref}"`);
    expect(page).not.toContain("allow-scripts");
  });

  test("gives out its attachments", async () => {
    const { send, list, get } = await aMailService();
    await send({ Content: { Raw: { Data: await aRawMail() } } });
    const [mail] = await list();
    const calendar = mail?.attachments.find(({ filename }) => filename === "방문.ics");
    const downloaded = await get(calendar?.href ?? "");
    expect(downloaded.headers.get("content-type")).toBe("text/calendar");
    expect(downloaded.headers.get("content-disposition")).toContain(encodeURIComponent("방문.ics"));
    expect(await downloaded.text()).toBe("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
  });
});

describe("the inbox", () => {
  test("lists the newest mail first and finds by recipient", async () => {
    const { send, get } = await aMailService();
    for (const name of ["first", "second"]) {
      await send({
        Content: { Simple: { Subject: { Data: name }, Body: { Text: { Data: "." } } } },
        Destination: { ToAddresses: [`${name}@example.com`] },
      });
    }
    const all = await (await get("/")).text();
    expect(all.indexOf(">second<")).toBeLessThan(all.indexOf(">first<"));
    const found = await (await get("/?to=first@example.com")).text();
    expect(found).toContain(">first<");
    expect(found).not.toContain(">second<");
  });

  test("escapes what a mail says", async () => {
    const { send, get, list } = await aMailService();
    const hostile = `<img src=x onerror=alert(1)>"'&`;
    await send({ Content: { Simple: { Subject: { Data: hostile }, Body: { Text: { Data: hostile } } } } });
    const [mail] = await list();
    for (const path of ["/", mail?.href ?? "", "/?to=%3Cscript%3E"]) {
      const page = await (await get(path)).text();
      expect(page).not.toContain("<img src=x");
      expect(page).not.toContain("<script>");
    }
  });

  test.for(["/mails/nix", "/mails/nix.eml", "/mails/../secrets", "/mails/1/attachments/0"])("%s is not found", async (path) => {
    const { get } = await aMailService();
    expect((await get(path)).status).toBe(404);
  });

  test("whoever asks for the next mail waits until it comes", async () => {
    const { send, list } = await aMailService();
    await send();
    const [last] = await list();
    const next = list(`?to=kim@example.com&after=${last?.id}&wait=20`);
    await send();
    expect(await next).toHaveLength(1);
  });

  test("mails outlive a restart, and later ones come after them", async () => {
    const first = await aMailService();
    await first.send();
    const second = await aMailService(first.folder);
    await second.send();
    const ids = (await second.list()).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(ids.toSorted()).toEqual(ids);
  });
});

describe("a mail that SES would not take", () => {
  test.for([
    ["from a domain that is not ours", { FromEmailAddress: "a@evil.example" }, "MessageRejected"],
    ["from a domain that only ends like ours", { FromEmailAddress: "a@notjobstop.example.com" }, "MessageRejected"],
    ["to nobody", { Destination: {} }, "BadRequestException"],
    ["to 51 people", { Destination: { ToAddresses: Array.from({ length: 51 }, (_, n) => `p${n}@example.com`) } }, "BadRequestException"],
    ["without content", { Content: {} }, "BadRequestException"],
  ] as const)("%s is refused and not kept", async ([, input, name]) => {
    const { send, folder } = await aMailService();
    await expect(send(input as Partial<SendEmailCommandInput>)).rejects.toMatchObject({ name });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a fault on demand", () => {
  const ask = (get: (path: string, init?: RequestInit) => Promise<Response>, faults: object) =>
    get("/api/faults", { method: "POST", body: JSON.stringify(faults) });

  test.for([
    ["Throttling", "TooManyRequestsException", 0],
    ["MessageRejected", "MessageRejected", 0],
    ["AccountSuspended", "AccountSuspendedException", 0],
    ["ServiceUnavailable", "InternalServiceErrorException", 0],
    ["AcceptedThenTimeout", "RequestTimeoutException", 1],
  ] as const)("%s reaches the sender as %s, and %i mails are kept", async ([kind, name, kept]) => {
    const { send, get, list } = await aMailService();
    expect((await ask(get, { kind })).status).toBe(201);
    await expect(send()).rejects.toMatchObject({ name });
    expect(await list()).toHaveLength(kept);
    await send();
    expect(await list()).toHaveLength(kept + 1);
  });

  test("the SDK tries again by itself when throttled", async () => {
    const { ses, get, list } = await aMailService();
    await ask(get, { kind: "Throttling", times: 1 });
    const patient = new SESv2Client({ endpoint: ses.origin, maxAttempts: 2 });
    const { $metadata: told } = await patient.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: ["kim@example.com"] },
        Content: { Simple: { Subject: { Data: "s" }, Body: { Text: { Data: "t" } } } },
      }),
    );
    expect(told.attempts).toBe(2);
    expect(await list()).toHaveLength(1);
  });

  test("hits the named recipient only, as often as asked", async () => {
    const { send, get, list } = await aMailService();
    await ask(get, [{ kind: "MessageRejected", times: 2, to: "Lee@example.com" }]);
    await send();
    for (let time = 0; time < 2; time += 1) {
      await expect(send({ Destination: { ToAddresses: ["lee@example.com"] } })).rejects.toMatchObject({ name: "MessageRejected" });
    }
    await send({ Destination: { ToAddresses: ["lee@example.com"] } });
    expect((await list()).map(({ to }) => to)).toEqual([["kim@example.com"], ["lee@example.com"]]);
  });

  test.for([{ kind: "Earthquake" }, { kind: "Throttling", times: 0 }, { kind: "Throttling", sometimes: true }])(
    "%j is not understood",
    async (fault) => {
      const { get } = await aMailService();
      expect((await ask(get, fault)).status).toBe(400);
      expect(await (await get("/api/faults")).json()).toEqual({ faults: [] });
    },
  );
});
