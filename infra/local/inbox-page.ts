import type { KeptAttachment, KeptMail } from "./mailbox.ts";
import { Markup, markup } from "./markup.ts";

/** Mails on one page of the list; the newest, older ones are found by address. */
const mostListed = 200;

/** The list of mails, newest first. @param address only mails to this address; empty: all. */
export function inboxPage(mails: readonly KeptMail[], address: string): Markup {
  const newest = mails.slice(-mostListed).reverse();
  return document(
    "받은 편지함 · Inbox",
    markup`<header>
      <h1>받은 편지함 <span lang="en">Inbox</span></h1>
      <p>이 컴퓨터에서 보낸 편지는 밖으로 나가지 않고 여기에 쌓입니다. <span lang="en">Mails sent on this machine stay here.</span></p>
      <form role="search">
        <label for="to">받는 사람 <span lang="en">To</span></label>
        <input id="to" name="to" type="email" value="${address}" autocomplete="off">
        <button>찾기 <span lang="en">Find</span></button>
      </form>
      <p><a href="/authenticator">인증 앱 <span lang="en">Authenticator</span></a></p>
    </header>
    <main>
      <p role="status">${mails.length}통 <span lang="en">mails</span></p>
      ${newest.length === 0 ? markup`<p>아직 편지가 없습니다. <span lang="en">No mails yet.</span></p>` : markup`<ol class="mails">${newest.map(listed)}</ol>`}
    </main>
    <script src="/inbox-refresh.js" data-to="${address}" data-after="${mails.at(-1)?.id ?? ""}" defer></script>`,
  );
}

function listed(mail: KeptMail): Markup {
  return markup`<li>
    <a href="/mails/${mail.id}">${mail.subject || "(제목 없음)"}</a>
    <p>${mail.to.join(", ")}</p>
    <p>${time(mail.receivedAt)}${mail.attachments.length > 0 ? markup` · 첨부 ${mail.attachments.length} <span lang="en">attachments</span>` : ""}</p>
  </li>`;
}

/** One mail: its HTML part in a frame without scripts, its text part, attachments, tags and headers. */
export function mailPage(mail: KeptMail, hasHtml: boolean): Markup {
  return document(
    `${mail.subject} · 받은 편지함`,
    markup`<header>
      <p><a href="/">← 받은 편지함 <span lang="en">Inbox</span></a></p>
      <h1>${mail.subject || "(제목 없음)"}</h1>
      <dl>
        <dt>보낸 사람 <span lang="en">From</span></dt><dd>${mail.from}</dd>
        <dt>받는 사람 <span lang="en">To</span></dt><dd>${mail.to.join(", ")}</dd>
        <dt>시각 <span lang="en">Time</span></dt><dd>${time(mail.receivedAt)}</dd>
        ${Object.entries(mail.tags).map(([name, value]) => markup`<dt>꼬리표 <span lang="en">Tag</span> ${name}</dt><dd>${value}</dd>`)}
      </dl>
    </header>
    <main>
      ${hasHtml ? markup`<iframe title="편지 내용 Mail" src="/mails/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>` : ""}
      <section aria-labelledby="attachments">
        <h2 id="attachments">첨부 <span lang="en">Attachments</span></h2>
        ${mail.attachments.length === 0 ? markup`<p>없음 <span lang="en">None</span></p>` : markup`<ul>${mail.attachments.map((attachment) => attached(mail, attachment))}</ul>`}
        <p><a href="/mails/${mail.id}.eml" download>원본 <span lang="en">Original</span> (.eml)</a></p>
      </section>
      <section aria-labelledby="text">
        <h2 id="text">글로만 <span lang="en">Plain text</span></h2>
        <pre tabindex="0">${mail.text}</pre>
      </section>
      <details>
        <summary>머리글 <span lang="en">Headers</span></summary>
        <pre tabindex="0">${mail.headers.join("\n")}</pre>
      </details>
    </main>`,
  );
}

function attached(mail: KeptMail, { index, filename, contentType, bytes, contentId }: KeptAttachment): Markup {
  const inline = contentId === undefined ? "" : markup` · 본문에 보임 <span lang="en">shown in the mail</span>`;
  return markup`<li><a href="${attachmentPath(mail, index)}" download>${filename}</a> <small>${contentType} · ${bytes} B${inline}</small></li>`;
}

export function attachmentPath(mail: KeptMail, index: number): string {
  return `/mails/${mail.id}/attachments/${index}`;
}

/** The HTML part as a document of its own; links open beside the inbox. */
export function mailDocument(html: string): Markup {
  return new Markup(`<!doctype html><base target="_blank">${html}`);
}

export function notFoundPage(): Markup {
  return document(
    "없음 · Not found",
    markup`<main><h1>그런 편지가 없습니다. <span lang="en">No such mail.</span></h1><p><a href="/">받은 편지함 <span lang="en">Inbox</span></a></p></main>`,
  );
}

/** Instant → 2026-11-26 08:00:00 in Seoul. */
function time(instant: string): Markup {
  const seoul = new Date(instant).toLocaleString("sv-SE", { timeZone: "Asia/Seoul" });
  return markup`<time datetime="${instant}">${seoul}</time>`;
}

/** A page of the inbox. */
export function document(title: string, body: Markup): Markup {
  return markup`<!doctype html>
<html lang="ko">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title}</title>
  <link rel="stylesheet" href="/inbox-style.css">
</head>
<body>${body}</body>
</html>`;
}
