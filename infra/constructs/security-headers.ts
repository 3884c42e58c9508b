/** Staff pages scan with a camera and may need the WebAssembly decoder; no other page may do either. */
export type PageKind = "site" | "staff";

/**
 * Paths of staff pages, as CloudFront's behaviours write them. Their scripts belong to them: a worker follows the policy that its own script came
 * with, not that of the page that starts it, and the decoder is a worker.
 */
export const staffPathPatterns = ["/staff", "/staff/*", "/assets/staff/*"] as const;

export function pageKindOf(path: string): PageKind {
  return path === "/staff" || path.startsWith("/staff/") || path.startsWith("/assets/staff/") ? "staff" : "site";
}

/** Seconds that a browser keeps to HTTPS: two years, what preload lists ask for. */
export const strictTransportSeconds = 63_072_000;

/** `Content-Security-Policy`: nothing but ourselves, no inline script, framed by nobody (PRIVACY-SECURITY, hardening). */
export function contentSecurityPolicy(kind: PageKind): string {
  return [
    "default-src 'none'",
    kind === "staff" ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers beyond those that CloudFront has fields for. */
export function isolationHeaders(kind: PageKind): Readonly<Record<string, string>> {
  const camera = kind === "staff" ? "camera=(self)" : "camera=()";
  return {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": `${camera}, microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()`,
  };
}

/** Every security header of a page, for the local server; the CDK app sets the same ones from the parts above. */
export function securityHeaders(kind: PageKind): Readonly<Record<string, string>> {
  return {
    "content-security-policy": contentSecurityPolicy(kind),
    "strict-transport-security": `max-age=${strictTransportSeconds}; includeSubDomains`,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    ...isolationHeaders(kind),
  };
}
