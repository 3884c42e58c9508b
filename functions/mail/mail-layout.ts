import { html } from "hono/html";
import type { Line, MailContent, Stanza } from "../../shared/copy/messages/mail-content.ts";
import type { Locale } from "../../shared/domain/locale.ts";

/** `Content-ID` under which the HTML part refers to the QR image. */
export const qrContentId = "ticket-qr";

/** Width and height at which the QR image is shown: 6 CSS pixels a module, 49 modules with the quiet zone. */
const qrShownPixels = 294;

type Html = ReturnType<typeof html>;
type Qr = Extract<Line, { kind: "qr" }>;

const fontFamily = "-apple-system,BlinkMacSystemFont,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR',sans-serif";
const pageStyle = `margin:0;padding:0;background-color:#ffffff;color:#1e2124;font-family:${fontFamily};font-size:18px;line-height:1.6;word-break:keep-all;overflow-wrap:anywhere;-webkit-text-size-adjust:100%`;
const buttonStyle =
  "display:inline-block;padding:14px 24px;border-radius:8px;background-color:#0b50d0;color:#ffffff;font-size:20px;font-weight:bold;text-decoration:none";
const codeStyle = "display:block;margin:8px 0;font-family:monospace;font-size:36px;letter-spacing:4px";
const table = html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"`;

/**
 * The HTML part: one column for a phone, 18 px and more (16 px in the closing lines), no remote image, no script, every
 * value escaped. Whoever reads in the dark gets dark colours; the QR code stays black on white in a cell of its own,
 * because scanners need it so.
 */
export async function mailHtml(content: MailContent, locale: Locale, showsQr: boolean): Promise<string> {
  const [opening = [], ...middle] = content.stanzas.slice(0, -1);
  const closing = content.stanzas.at(-1) ?? [];
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${content.subject}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  body.page { background-color: #131416 !important; color: #f4f5f6 !important; }
  .page .quiet { color: #cdd1d5 !important; }
  .page a.plain { color: #86aff9 !important; }
}
</style>
</head>
<body class="page" style="${pageStyle}">
<div style="display:none;max-height:0;overflow:hidden">${content.preview}</div>
${table} width="100%"><tr><td align="center" style="padding:16px">
${table} width="100%" style="max-width:600px;text-align:left"><tr><td>
${openingHtml(opening)}
${middle.map((stanza) => stanzaHtml(stanza, showsQr))}
<div class="quiet" style="margin:32px 0 8px;padding-top:16px;border-top:1px solid #b1b8be;color:#464c53;font-size:16px">
${closing.map((line) => lineHtml(line, showsQr))}
</div>
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
  return String(await page);
}

/** The first sentence is the heading: it says what happened. */
function openingHtml([first, ...rest]: Stanza): Html {
  if (typeof first !== "string") return stanzaHtml(first ? [first, ...rest] : rest, false);
  return html`<h1 style="margin:8px 0 20px;font-size:22px;line-height:1.5">${first}</h1>${rest.map((line) => lineHtml(line, false))}`;
}

function stanzaHtml(stanza: Stanza, showsQr: boolean): Html {
  const facts = stanza.filter((line) => typeof line !== "string" && line.kind === "fact");
  if (facts.length < stanza.length) return html`<div style="margin:0 0 20px">${stanza.map((line) => lineHtml(line, showsQr))}</div>`;
  return html`${table} style="margin:0 0 20px">${facts.map(factHtml)}</table>`;
}

function factHtml({ label, value }: Extract<Line, { kind: "fact" }>): Html {
  return html`<tr>
<td class="quiet" valign="top" style="padding:4px 16px 4px 0;color:#464c53;white-space:nowrap">${label}</td>
<td valign="top" style="padding:4px 0;font-weight:bold">${value}</td>
</tr>`;
}

function lineHtml(line: Line, showsQr: boolean): Html {
  if (typeof line === "string") return html`<p style="margin:0 0 4px">${line}</p>`;
  switch (line.kind) {
    case "fact":
      return html`<p style="margin:0 0 4px">${line.label}: <strong>${line.value}</strong></p>`;
    case "link":
      return line.look === "button"
        ? html`<p style="margin:16px 0"><a href="${line.href}" style="${buttonStyle}">${line.label}</a></p>`
        : html`<p style="margin:0;padding:8px 0"><a class="plain" href="${line.href}" style="color:#0b50d0">${line.label}</a></p>`;
    case "sign-in-code":
      return html`<p style="margin:0 0 12px">${line.before}<strong style="${codeStyle}">${line.code}</strong>${line.after}</p>`;
    case "qr":
      return showsQr ? qrHtml(line) : html``;
  }
}

function qrHtml({ code, alt }: Qr): Html {
  return html`${table} style="margin:16px 0"><tr>
<td align="center" bgcolor="#ffffff" style="padding:16px;background-color:#ffffff;color:#000000;border:1px solid #b1b8be;border-radius:8px">
<img src="cid:${qrContentId}" width="${qrShownPixels}" height="${qrShownPixels}" alt="${alt}" style="display:block;background-color:#ffffff">
<strong style="${codeStyle};margin:8px 0 0;font-size:28px;color:#000000">${code}</strong>
</td>
</tr></table>`;
}
