import type { Locale } from "../../shared/domain/locale.ts";
import { icon } from "./icon.ts";

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
  /** The mark as PNG, for home screens that take no SVG and read no manifest's icons (iOS). */
  touchIcon?: string | undefined;
  /** Data that the page asks for first. */
  data?: string | undefined;
  body: string;
};

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
    ...(page.touchIcon ? [`<link rel="apple-touch-icon" href="${page.touchIcon}">`] : []),
    `<link rel="icon" type="image/svg+xml" href="${icon}">`,
  ];
  const attributes = `lang="${locale}"${page.page ? ` data-page="${page.page}"` : ""}`;
  return `<!doctype html>\n<html ${attributes}>\n<head>\n${head.join("\n")}\n</head>\n<body>${page.body}</body>\n</html>\n`;
}
