import { rewrite } from "./rewrite.ts";
import { securityHeaders } from "./security-headers.ts";

/** The pages that were built, and what to answer for any other. */
export type BuiltPages = {
  /** Paths of the HTML files, such as `/visits/index.html`. */
  readonly pages: readonly string[];
  readonly notFound: string;
};

/** CloudFront takes functions up to this size. */
const functionLimitBytes = 10 * 1024;

/**
 * CloudFront Function for viewer requests: the rewrite rule, and the answer for pages that do not exist. S3 cannot say that page
 * politely, and CloudFront's error pages would take the place of the API's refusals too, since they hold for a whole distribution.
 * @param built undefined when the site is not built yet: then every path is passed on.
 */
export function edgeFunctionCode(built: BuiltPages | undefined): string {
  const code = `${rewrite.toString()}
${built ? notFoundRule(built) : ""}
function handler(event) {
  const request = event.request;
  request.uri = rewrite(request.uri);
  ${built ? "if (request.uri.endsWith('.html') && !pages.includes(request.uri)) return notFound;" : ""}
  return request;
}`;
  if (Buffer.byteLength(code) > functionLimitBytes) {
    throw new Error("the edge function is beyond CloudFront's 10 kB: make 404.html smaller, it may link its styles and words");
  }
  return code;
}

function notFoundRule({ pages, notFound }: BuiltPages): string {
  const headers = Object.entries({ "content-type": "text/html; charset=utf-8", "cache-control": "no-cache", ...securityHeaders("site") });
  const answer = {
    statusCode: 404,
    statusDescription: "Not Found",
    headers: Object.fromEntries(headers.map(([name, value]) => [name, { value }])),
    body: { encoding: "text", data: notFound },
  };
  return `const pages = ${JSON.stringify(pages)};\nconst notFound = ${JSON.stringify(answer)};`;
}
