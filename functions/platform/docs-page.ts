import { html } from "hono/html";

type Json = Record<string, unknown>;
type Described = {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  responses: Record<string, { description: string }>;
  requestBody?: Json;
  parameters: Json[];
};
type Row = { path: string; method: string; operation: Described };

/** Style of the page, a file of its own: the content security policy allows no inline style. */
export const docsStyle = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1.0625rem/1.6 system-ui, "Apple SD Gothic Neo", "Noto Sans KR", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { line-height: 1.25; }
h2 { margin: 3rem 0 0.5rem; padding-bottom: 0.25rem; border-bottom: 2px solid; text-transform: capitalize; }
h3 { margin: 0; font-size: 1.0625rem; overflow-wrap: anywhere; }
article { margin: 1rem 0; padding: 1rem; border: 1px solid #8b95a1; border-radius: 0.5rem; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9375rem; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid #8b95a1; border-radius: 0.25rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; padding: 0; list-style: none; }
nav a, summary { display: inline-block; min-height: 2.75rem; line-height: 2.75rem; }
.method { display: inline-block; min-width: 4.5rem; font-weight: 700; }
`;

const article = ({ path, method, operation }: Row) => html`
  <article id="${operation.operationId}">
    <h3><code><span class="method">${method.toUpperCase()}</span> ${path}</code></h3>
    <p>${operation.summary} ${operation.description}</p>
    <ul>
      ${Object.entries(operation.responses).map(([status, { description }]) => html`<li><strong>${status}</strong> ${description.replaceAll("`", "")}</li>`)}
    </ul>
    <details>
      <summary>Parameters and body</summary>
      <pre tabindex="0">${JSON.stringify({ parameters: operation.parameters, requestBody: operation.requestBody }, null, 2)}</pre>
    </details>
  </article>
`;

/** The API for readers: one page, nothing loaded from elsewhere, no script. */
export const docsPage = (document: Json) => {
  const { title, description } = document.info as { title: string; description: string };
  const described = { ...(document.paths as object), ...(document.webhooks as object) } as Record<string, Record<string, Described>>;
  const rows = Object.entries(described).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Row => ({ path, method, operation })),
  );
  const groups = [...Map.groupBy(rows, ({ operation }) => operation.tags[0] ?? "")];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/api/docs.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${description}</p>
          <p><a href="/api/openapi.json">OpenAPI 3.1 document</a></p>
          <nav aria-label="Groups">
            <ul>
              ${groups.map(([tag]) => html`<li><a href="#${tag}">${tag}</a></li>`)}
            </ul>
          </nav>
          ${groups.map(([tag, members]) => html`<section><h2 id="${tag}">${tag}</h2>${members.map(article)}</section>`)}
        </main>
      </body>
    </html>`;
};
