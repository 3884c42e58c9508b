import { html, raw } from "hono/html";

type Json = Record<string, unknown>;
type Described = { summary: string; description: string; responses: Record<string, { description: string }>; requestBody?: Json; parameters: Json[] };

const row = (path: string, method: string, operation: Described) => html`
  <article>
    <h2><code>${method.toUpperCase()} ${path}</code></h2>
    <p>${operation.summary} ${operation.description}</p>
    <ul>
      ${Object.entries(operation.responses).map(([status, { description }]) => html`<li><strong>${status}</strong> ${description}</li>`)}
    </ul>
    <details>
      <summary>Parameters and body</summary>
      <pre>${JSON.stringify({ parameters: operation.parameters, requestBody: operation.requestBody }, null, 2)}</pre>
    </details>
  </article>
`;

/** The API for readers: one plain page, nothing loaded from elsewhere, no script. */
export const docsPage = async (document: Json): Promise<string> => {
  const { title, description } = document["info"] as { title: string; description: string };
  const paths = Object.entries(document["paths"] as Record<string, Record<string, Described>>);
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${description}</p>
          <p><a href="/api/openapi.json">OpenAPI 3.1 document</a></p>
          ${paths.flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => row(path, method, operation)))}
        </main>
      </body>
    </html>`;
  return String(raw(page));
};
