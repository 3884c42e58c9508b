import type { Locale } from "../../shared/domain/locale.ts";

export type HtmlPage = {
  locale: Locale;
  title: string;
  description?: string;
  /** Name that the entry's script looks up; left out where the page needs no script of its own. */
  page?: string | undefined;
  /** The same page in the other language. */
  alternate?: { locale: Locale; href: string } | undefined;
  /** Not for search engines. */
  hidden?: boolean;
  /** Paths below the root. */
  scripts: readonly string[];
  styles: readonly string[];
  /** Chunks that the script will ask for: fetched alongside it. */
  soon?: readonly string[];
  /** Web manifest of an app that can be put on the home screen. */
  manifest?: string | undefined;
  /** Data that the page asks for first. */
  data?: string | undefined;
  body: string;
};

/** The mark as an address: no request, and no file to keep in step. */
export const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M15 20h2v11h-2z" fill="#14233a"/><rect x="3" y="2" width="26" height="20" rx="6" fill="#0f4a94"/><rect x="8" y="7" width="16" height="10" rx="1.5" fill="#fff"/><circle cx="12" cy="17" r="2" fill="#ffc531"/><circle cx="20" cy="17" r="2" fill="#ffc531"/></svg>',
)}`;

const escapeText = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** One HTML page. Nothing in it is inline: the Content-Security-Policy allows no inline script and no inline style. */
export function htmlOf(page: HtmlPage): string {
  const { locale, title, description, alternate, scripts, styles, soon = [], data } = page;
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(title)}</title>`,
    ...(description ? [`<meta name="description" content="${escapeText(description)}">`] : []),
    ...(page.hidden ? ['<meta name="robots" content="noindex">'] : []),
    '<meta name="format-detection" content="telephone=no">',
    '<meta name="theme-color" content="#ffffff">',
    ...styles.map((file) => `<link rel="stylesheet" href="/${file}">`),
    ...scripts.slice(0, 1).map((file) => `<script type="module" src="/${file}"></script>`),
    ...[...scripts.slice(1), ...soon].map((file) => `<link rel="modulepreload" href="/${file}">`),
    ...(data ? [`<link rel="preload" as="fetch" href="${escapeText(data)}" crossorigin>`] : []),
    ...(alternate ? [`<link rel="alternate" hreflang="${alternate.locale}" href="${alternate.href}">`] : []),
    ...(page.manifest ? [`<link rel="manifest" href="${page.manifest}">`] : []),
    `<link rel="icon" type="image/svg+xml" href="${icon}">`,
  ];
  const attributes = `lang="${locale}"${page.page ? ` data-page="${page.page}"` : ""}`;
  return `<!doctype html>\n<html ${attributes}>\n<head>\n${head.join("\n")}\n</head>\n<body>${page.body}</body>\n</html>\n`;
}
