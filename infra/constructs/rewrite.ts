/**
 * The file of the built site that answers a pretty path. Its source also runs as a CloudFront Function (cloudfront-js 2.0), hence
 * one function without imports and no newer syntax than that runtime knows.
 */
export function rewrite(path: string): string {
  const bare = path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
  if (bare === "/" || bare === "") return "/index.html";
  if (bare.slice(bare.lastIndexOf("/")).includes(".")) return bare;
  const application = /^\/(console|staff)(\/|$)/.exec(bare);
  if (application) return `/${application[1]}/index.html`;
  const visit = /^(\/en)?\/visits\/[^/]+$/.exec(bare);
  if (visit) return `${visit[1] || ""}/visits/visit/index.html`;
  return `${bare}/index.html`;
}
