import { defineConfig } from "vite";
import { envNames } from "./shared/wiring.ts";

/** What all builds of the pages have in common; `web/build/build.ts` adds entries and places. */
export default defineConfig({
  publicDir: "web/public",
  define: { __CENTRE_PHONE__: JSON.stringify(process.env[envNames.centrePhone] ?? "02-000-0000") },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    // Phones of the last five years; Samsung Internet follows Chrome.
    target: ["chrome111", "safari16.4", "firefox114"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      // Making a schema has no side effects: a page that uses a rule or a list beside it does not carry the schema.
      treeshake: { manualPureFunctions: ["z"] },
    },
  },
});
