import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import * as z from "zod/mini";
import { authenticatorPage } from "./authenticator.ts";
import { attachmentPath, inboxPage, mailDocument, mailPage, notFoundPage } from "./inbox-page.ts";
import { type KeptMail, type Mailbox, openMailbox } from "./mailbox.ts";
import type { Markup } from "./markup.ts";
import { listen, loopback } from "./ports.ts";
import { readBody } from "./read-body.ts";
import { eventsOf, type SesEvent, type SuppressionList, suppressionList } from "./ses-events.ts";
import { type FaultQueue, faultQueue } from "./ses-faults.ts";
import { readSendEmail } from "./ses-send-email.ts";

export type Ses = {
  /** Endpoint of the SES v2 API and address of the inbox. */
  readonly origin: string;
  readonly mailbox: Mailbox;
  readonly faults: FaultQueue;
  readonly stop: () => Promise<void>;
};

export type SesOptions = {
  /** Where the mails are kept. */
  readonly folder: string;
  /** Domains that mail may come from. */
  readonly domains: readonly string[];
  /** Default: any free one. */
  readonly port?: number | undefined;
  /** Told what became of each mail that was sent with a configuration set, after the sender was answered. */
  readonly onEvent?: ((event: SesEvent) => void) | undefined;
};

/** A mail of 40 MB in base64, and the request around it. */
const bodyLimitBytes = 56 * 1024 * 1024;
const longestWaitSeconds = 30;

/** The mail service: SendEmail of the SES v2 API, an inbox to look into, faults on demand, and events about what became of a mail. */
export async function startSes({ folder, domains, port = 0, onEvent = () => {} }: SesOptions): Promise<Ses> {
  const mailbox = openMailbox(folder);
  const suppressed = suppressionList(folder);
  const faults = faultQueue();
  const server = createServer((request, response) => {
    // A page of another site can have its own name point here: it would read the codes of the mails.
    if (!isOurs(request.headers.host)) return fail(response, 421, { type: "MisdirectedRequest", message: "Open the inbox as localhost." });
    route({ mailbox, faults, domains, suppressed, onEvent, dataFolder: join(folder, "..") }, request, response).catch((error: unknown) => {
      const status = error instanceof z.core.$ZodError || error instanceof SyntaxError ? 400 : 500;
      json(response, status, { message: error instanceof Error ? error.message : String(error) });
    });
  });
  const origin = `http://${loopback}:${await listen(server, port, "inbox")}`;
  return {
    origin,
    mailbox,
    faults,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** Whether a request names this machine, as the inbox's users do. */
const isOurs = (host: string | undefined): boolean => /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host ?? "");

type Parts = {
  readonly mailbox: Mailbox;
  readonly faults: FaultQueue;
  readonly domains: readonly string[];
  readonly suppressed: SuppressionList;
  readonly dataFolder: string;
  readonly onEvent: (event: SesEvent) => void;
};

async function route(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://inbox");
  switch (`${request.method} ${url.pathname}`) {
    case "POST /v2/email/outbound-emails":
      return send(parts, await bodyOf(request), response);
    case "GET /api/mails":
      return listMails(parts.mailbox, url.searchParams, response);
    case "GET /api/faults":
      return json(response, 200, { faults: parts.faults.list() });
    case "POST /api/faults":
      parts.faults.add(await bodyOf(request));
      return json(response, 201, { faults: parts.faults.list() });
    case "DELETE /api/faults":
      parts.faults.clear();
      return json(response, 200, { faults: [] });
    case "GET /": {
      const to = url.searchParams.get("to") ?? "";
      return page(response, 200, inboxPage(parts.mailbox.list({ to }), to));
    }
    case "GET /authenticator":
      return page(response, 200, authenticatorPage(parts.dataFolder, Date.now(), url.searchParams.get("to") ?? ""));
    case "GET /authenticator-refresh.js":
      return file(response, "authenticator-refresh.js", "text/javascript");
    case "GET /inbox-style.css":
      return file(response, "inbox-style.css", "text/css");
    case "GET /inbox-refresh.js":
      return file(response, "inbox-refresh.js", "text/javascript");
    default:
      if (request.method === "DELETE" && url.pathname.startsWith(suppressedPath))
        return letAddressGo(parts.suppressed, decodeURIComponent(url.pathname.slice(suppressedPath.length)), response);
      return showMail(parts.mailbox, request.method === "GET" ? url.pathname : "", response);
  }
}

/**
 * What SES does: store, then answer with the id, then tell what became of it; a fault asked for comes in between. A mail that comes back, or that goes to an
 * address where one came back before, reaches no inbox.
 */
async function send({ mailbox, faults, domains, suppressed, onEvent }: Parts, body: object, response: ServerResponse): Promise<void> {
  const outgoing = await readSendEmail(body, domains);
  if ("refused" in outgoing) return fail(response, 400, outgoing.refused);
  const { envelope } = outgoing;
  const fault = faults.take(envelope.to);
  if (fault?.answer && fault.kind !== "AcceptedThenTimeout") return fail(response, fault.answer.status, fault.answer);
  const asked = fault?.answer ? undefined : fault?.kind;
  const mishap = envelope.to.some(suppressed.has) ? "Suppressed" : asked;
  const messageId = mishap === undefined || mishap === "Complaint" ? mailbox.keep(outgoing).id : randomUUID();
  if (mishap === "Bounce" || mishap === "Complaint") for (const address of envelope.to) suppressed.add(address);
  if (envelope.configurationSet)
    response.once("finish", () => {
      for (const event of eventsOf({ mishap, envelope, messageId })) onEvent(event);
    });
  if (fault?.answer) return fail(response, fault.answer.status, fault.answer);
  return json(response, 200, { MessageId: messageId });
}

const suppressedPath = "/v2/email/suppression/addresses/";

/** DeleteSuppressedDestination: whoever looks after the account has found that the address works again. */
function letAddressGo(suppressed: SuppressionList, address: string, response: ServerResponse): void {
  if (suppressed.remove(address.toLowerCase())) json(response, 200, {});
  else fail(response, 404, { type: "NotFoundException", message: `Email address ${address} does not exist on your suppression list.` });
}

/** `wait` seconds at most for a first mail, so that a reader need not ask again and again. */
async function listMails(mailbox: Mailbox, query: URLSearchParams, response: ServerResponse): Promise<void> {
  const waitSeconds = Math.min(Number(query.get("wait") ?? 0) || 0, longestWaitSeconds);
  const filter = { to: query.get("to") ?? undefined, after: query.get("after") ?? undefined };
  const left = new AbortController();
  response.once("close", () => left.abort());
  const mails = await mailbox.waitFor(filter, AbortSignal.any([left.signal, AbortSignal.timeout(waitSeconds * 1000)]));
  json(response, 200, { mails: mails.map(linked) });
}

/** The mail with the paths under which its parts can be fetched. */
function linked(mail: KeptMail) {
  return {
    ...mail,
    href: `/mails/${mail.id}`,
    emlHref: `/mails/${mail.id}.eml`,
    htmlHref: `/mails/${mail.id}/html`,
    attachments: mail.attachments.map((attachment) => ({ ...attachment, href: attachmentPath(mail, attachment.index) })),
  };
}

async function showMail(mailbox: Mailbox, path: string, response: ServerResponse): Promise<void> {
  const [, id = "", rest = ""] = /^\/mails\/([\w-]+)(\.eml|\/html|\/attachments\/\d+)?$/.exec(path) ?? [];
  const mail = mailbox.find(id);
  if (!mail) return page(response, 404, notFoundPage());
  const raw = mailbox.readRaw(mail);
  if (rest === ".eml") return bytes(response, "message/rfc822", raw);
  const parsed = await simpleParser(raw);
  const html = parsed.html || undefined;
  if (rest === "") return page(response, 200, mailPage(mail, html !== undefined));
  if (rest === "/html") {
    if (html === undefined) return page(response, 404, notFoundPage());
    // no script, no request to anywhere: the mail sees itself only; its `cid:` images were put in as data by the parser
    response.setHeader(
      "content-security-policy",
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox",
    );
    return bytes(response, "text/html; charset=utf-8", Buffer.from(mailDocument(html).text));
  }
  const attachment = parsed.attachments[Number(rest.split("/").at(-1))];
  if (!attachment) return page(response, 404, notFoundPage());
  response.setHeader("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename ?? "attachment")}`);
  return bytes(response, attachment.contentType, attachment.content);
}

async function bodyOf(request: IncomingMessage): Promise<object> {
  const body = await readBody(request, bodyLimitBytes);
  if (!body) throw new SyntaxError("the request is too large");
  return JSON.parse(body.toString("utf8"));
}

function page(response: ServerResponse, status: number, { text }: Markup): void {
  response
    .writeHead(status, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'",
      "cache-control": "no-store",
    })
    .end(text);
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" }).end(JSON.stringify(body));
}

function fail(response: ServerResponse, status: number, { type, message }: { type: string; message: string }): void {
  response.setHeader("x-amzn-errortype", type);
  json(response, status, { message });
}

function bytes(response: ServerResponse, contentType: string, content: Buffer): void {
  response.writeHead(200, { "content-type": contentType, "x-content-type-options": "nosniff", "cache-control": "no-store" }).end(content);
}

function file(response: ServerResponse, name: string, contentType: string): void {
  bytes(response, `${contentType}; charset=utf-8`, readFileSync(join(import.meta.dirname, name)));
}
