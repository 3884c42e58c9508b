import { createHash } from "node:crypto";
import { readFileSync, realpathSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { immutableCaching, immutablePath, revalidatedCaching } from "../constructs/api-edge.ts";
import { rewrite } from "../constructs/rewrite.ts";
import { pageKindOf, securityHeaders } from "../constructs/security-headers.ts";

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** Types that are worth compressing; the others are compressed already. */
const compressible = /^(text\/|application\/(json|manifest|wasm)|image\/(svg|x-icon))/;

/** As the edge compresses while somebody waits: at its best, everything that the staff app is made of takes this one thread twenty seconds and more. */
const brotliQuality = 7;
const encoders = {
  br: (content: Buffer) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } }),
  gzip: (content: Buffer) => gzipSync(content),
} as const;
type Encoding = keyof typeof encoders;

type SiteFile = { readonly content: Buffer; readonly contentType: string; readonly etag: string; readonly encoded: Map<Encoding, Buffer> };

export type StaticSite = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves the built site as CloudFront and S3 do: rewrite rule, security headers, caching, compression, one page for what is not there. */
export function staticSite(folder: string): StaticSite {
  const kept = new Map<string, SiteFile & { readonly changedAtMs: number }>();

  /** @param path of the site, decoded. */
  const findFile = (path: string): SiteFile | undefined => {
    const file = insideOf(folder, path);
    if (file === undefined) return undefined;
    const changedAtMs = statSync(file).mtimeMs;
    const before = kept.get(file);
    if (before?.changedAtMs === changedAtMs) return before;
    const content = readFileSync(file);
    const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
    const contentType = contentTypes[extname(file).toLowerCase()] ?? "application/octet-stream";
    const found = { content, contentType, etag, encoded: new Map<Encoding, Buffer>(), changedAtMs };
    kept.set(file, found);
    return found;
  };

  return (request, response) => {
    const path = decodedPath(request.url ?? "/");
    for (const [name, value] of Object.entries(securityHeaders(pageKindOf(path ?? "/")))) response.setHeader(name, value);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const found = path === undefined ? undefined : findFile(rewrite(path));
    if (found && path !== undefined) {
      response.setHeader("cache-control", path.startsWith(immutablePath) ? immutableCaching : revalidatedCaching);
      sendFile(request, response, 200, found);
      return;
    }
    response.setHeader("cache-control", revalidatedCaching);
    const missing = findFile("/404.html");
    if (missing) sendFile(request, response, 404, missing);
    else response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("404\n");
  };
}

function sendFile(request: IncomingMessage, response: ServerResponse, status: number, file: SiteFile): void {
  response.setHeader("etag", file.etag);
  response.setHeader("vary", "accept-encoding");
  if (status === 200 && request.headers["if-none-match"] === file.etag) {
    response.writeHead(304).end();
    return;
  }
  const encoding = compressible.test(file.contentType) ? encodingOf(request.headers["accept-encoding"]) : undefined;
  const body = encoding ? encodedBody(file, encoding) : file.content;
  if (encoding) response.setHeader("content-encoding", encoding);
  response.writeHead(status, { "content-type": file.contentType, "content-length": body.length }).end(body);
}

function encodedBody(file: SiteFile, encoding: Encoding): Buffer {
  const body = file.encoded.get(encoding) ?? encoders[encoding](file.content);
  file.encoded.set(encoding, body);
  return body;
}

function encodingOf(accepted: string | string[] | undefined): Encoding | undefined {
  const names = String(accepted ?? "")
    .split(",")
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(";")[0]?.trim());
  return (["br", "gzip"] as const).find((name) => names.includes(name));
}

/** The regular file that a path names, or undefined when there is none inside the folder, links followed. */
function insideOf(folder: string, path: string): string | undefined {
  try {
    const root = realpathSync(folder);
    const file = realpathSync(join(root, path));
    return file.startsWith(root + sep) && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined; // absent, below a file, or no name that a file can have
  }
}

function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0] ?? "/");
  } catch {
    return undefined;
  }
}
