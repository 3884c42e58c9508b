import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import QRCode from "qrcode";
import { Markup } from "../markup.ts";
import { listen } from "../ports.ts";
import { type Authority, ensureAuthority, issueLeaf, type Leaf } from "./authority.ts";
import { authorityPath, installPage, installStyle, stylePath } from "./install-page.ts";

export type Lan = {
  /** At which phones in the same network find this machine. */
  readonly address: string;
  readonly leaf: Leaf;
  readonly fingerprint: string;
  /** Certificate of the authority, PEM. */
  readonly authority: string;
  /** Serves the page with the steps, over plain HTTP: a phone that trusts nothing yet has to read it. Answers its address. */
  readonly openInstallPage: (site: string, port: number) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Everything on every interface: phones come in by the network. */
export const everywhere = "0.0.0.0";

/** What serving phones takes: an authority in the folder, and a certificate for the address, made anew at each start. */
export async function openLan({ folder, address }: { folder: string; address: string }): Promise<Lan> {
  const authority = await ensureAuthority(join(folder, "authority"));
  const leaf = await issueLeaf(authority, [address]);
  let page = "";
  const server = createServer((request, response) => answer(request, response, authority, page));
  return {
    address,
    leaf,
    fingerprint: authority.fingerprint,
    authority: authority.certificate.toString("pem"),
    openInstallPage: async (site, port) => {
      const own = `http://${address}:${await listen(server, port, "page for phones", everywhere)}`;
      const qr = new Markup(await QRCode.toString(own, { type: "svg", margin: 4 }));
      page = installPage({ site, fingerprint: authority.fingerprint, qr });
      return own;
    },
    close: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** The page, its style, the certificate; nothing else is to be had without encryption. */
function answer({ method, url }: IncomingMessage, response: ServerResponse, { der }: Authority, page: string): void {
  const files: Record<string, readonly [type: string, content: string | Buffer]> = {
    "/": ["text/html; charset=utf-8", page],
    [stylePath]: ["text/css; charset=utf-8", installStyle],
    [authorityPath]: ["application/x-x509-ca-cert", der],
  };
  const found = method === "GET" || method === "HEAD" ? files[url?.split("?")[0] ?? ""] : undefined;
  response.setHeader("content-security-policy", "default-src 'none'; style-src 'self'");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("cache-control", "no-store");
  if (!found) response.writeHead(404).end();
  else response.writeHead(200, { "content-type": found[0] }).end(method === "HEAD" ? undefined : found[1]);
}
