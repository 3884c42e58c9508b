import { join } from "node:path";

const project = join(import.meta.dirname, "..", "..");

/** Where the SDK would look for credentials if the environment had none, as it has in Lambda. Half of a bare SDK bundle. */
const credentialsElsewhere = [
  "@aws-sdk/credential-provider-http",
  "@aws-sdk/credential-provider-ini",
  "@aws-sdk/credential-provider-process",
  "@aws-sdk/credential-provider-sso",
  "@aws-sdk/credential-provider-web-identity",
  "@smithy/credential-provider-imds",
];
const nothing = join(project, "functions", "platform", "nothing.ts");

/** How handlers are bundled, in esbuild's own words: minified CommonJS starts faster than ES modules that use `node:http`. */
export const handlerBundling = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node24",
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  // A Korean letter is three bytes, and six where it is escaped.
  charset: "utf8",
  mainFields: ["module", "main"],
  alias: {
    ...Object.fromEntries(credentialsElsewhere.map((name) => [name, nothing])),
    // Its ES module asks where it lies, which a bundle cannot tell.
    pdfkit: join(project, "node_modules", "pdfkit", "js", "pdfkit.js"),
  } as Record<string, string>,
  // `import("node:http")`, as the SDK has it, looks at every export of that module, and one of them loads Node's second HTTP client.
  supported: { "dynamic-import": false },
} as const;

/** What the CDK has no property for, or, as for letters, one that it does not hand on. */
export const bundlingArguments: Record<string, string | boolean> = Object.fromEntries([
  ["--charset", handlerBundling.charset],
  ...Object.entries(handlerBundling.alias).map(([name, file]) => [`--alias:${name}`, file]),
  ...Object.entries(handlerBundling.supported).map(([feature, is]) => [`--supported:${feature}`, is]),
]);
