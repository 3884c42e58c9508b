import { defineConfig, type Plugin } from "vite";

/**
 * Making a schema has no side effects, but no bundler can know: unmarked, every schema beside a rule or a list that a page uses travels along. Pure
 * functions are told by name alone, whatever else has that name and whatever it does: `z` is also what Preact's minified `diff` is called, so our schemas
 * get a name of their own first, and what makes them has names that nothing else would have.
 */
const schemaName = "schemaOf";
const pureSchemas: Plugin = {
  name: "pure-schemas",
  enforce: "pre",
  transform: (code, id) =>
    /\/shared\/[^?]*\.ts$/.test(id) && code.includes('import * as z from "zod/mini"')
      ? { code: code.replace("import * as z from", `import * as ${schemaName} from`).replace(/\bz(?=\s*\.)/g, schemaName), map: null }
      : undefined,
};

/** What all builds of the pages have in common; `web/build/build.ts` adds entries and places. */
export default defineConfig({
  publicDir: "web/public",
  plugins: [pureSchemas],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    // Phones of the last five years; Samsung Internet follows Chrome.
    target: ["chrome111", "safari16.4", "firefox114"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      treeshake: {
        manualPureFunctions: [schemaName, "prefixedId", "oneLine", "someLines", "someOf", "importRow", "LocalTime"],
        // Schemas take parts of one another by spreading them; no getter of ours does anything.
        propertyReadSideEffects: false,
      },
    },
  },
});
