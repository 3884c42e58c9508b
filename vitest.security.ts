import { mergeConfig } from "vitest/config";
import whole from "./vitest.config.ts";

/** The acceptance suite for security, by `npm run test:security`: over HTTP against the running stack. Not part of `npm test`, which covers the same promises piece by piece. */
const { projects: _, ...test } = whole.test ?? {};

// biome-ignore lint/style/noDefaultExport: vitest takes its configuration from the default export only
export default mergeConfig(
  { ...whole, test },
  {
    test: {
      name: "security",
      include: ["test/security/**/*.test.ts"],
      testTimeout: 120_000,
      globalSetup: ["test/setup/site.ts"],
      fileParallelism: false,
    },
  },
);
