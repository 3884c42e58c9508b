import { configDefaults, defineConfig } from "vitest/config";
import pages from "./vite.config.ts";

/** These need the DynamoDB engine. */
const engineTests = ["test/{api,bench,stream,stack,infra}/**/*.test.{ts,tsx}"];
/** What can be proven of AWS without it; these need the engine, too. */
const cloudTests = ["test/cloud/**/*.test.ts"];
/** Promises that must hold, too, where the index lags behind the table, as it does on AWS. Of the races those that read the index: a booking does not. */
const laggingTests = ["test/api/main-job.test.ts", "test/api/{applications,waitlist}.race.test.ts"];
/** These drive a browser against a running stack. */
const browserTests = ["test/{journeys,accessibility}/**/*.test.{ts,tsx}"];
/** The acceptance suite for security, also by a command of its own: over HTTP against the running stack. */
const securityTests = ["test/security/**/*.test.ts"];

/**
 * Projects by what their tests need, run one after the other: the quick ones answer first, and the browsers have the machine to themselves.
 * `unit` takes whatever the others do not, so that no test file is left out. Tests depend on no order, hence shuffled
 * (the seed is printed; repeat an order with `--sequence.seed`).
 */
export default defineConfig({
  // the pages as they are built, so that their modules can be tested
  ...(pages.oxc && { oxc: pages.oxc }),
  test: {
    // a loaded machine is no reason to fail
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
    pool: "forks",
    reporters: ["default", "./test/setup/count-reporter.ts"],
    env: {
      // what the SDK insists on; the engines take any, and no real account can be meant
      AWS_REGION: "ap-northeast-2",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      // the zone of Lambda: whatever reads the machine's local time shows a wrong Seoul hour
      TZ: "UTC",
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, ...engineTests, ...cloudTests, ...browserTests, ...securityTests],
          setupFiles: ["test/setup/loopback-only.ts"],
          maxWorkers: 2,
          sequence: { groupOrder: 0, shuffle: { tests: true } },
        },
      },
      {
        extends: true,
        test: {
          name: "api",
          include: engineTests,
          setupFiles: ["test/setup/loopback-only.ts"],
          globalSetup: ["test/setup/database.ts"],
          testTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1, shuffle: { tests: true } },
        },
      },
      {
        extends: true,
        test: {
          name: "cloud",
          include: cloudTests,
          setupFiles: ["test/setup/loopback-only.ts"],
          // what is deployed has pages
          globalSetup: ["test/setup/database.ts", "test/setup/site.ts"],
          maxWorkers: 2,
          sequence: { groupOrder: 2, shuffle: { tests: true } },
        },
      },
      {
        extends: true,
        test: {
          name: "cloud-lag",
          include: laggingTests,
          setupFiles: ["test/setup/loopback-only.ts"],
          globalSetup: ["test/setup/database.ts"],
          env: { JOBSTOP_INDEX_LAGS: "yes" },
          maxWorkers: 2,
          sequence: { groupOrder: 2, shuffle: { tests: true } },
        },
      },
      {
        extends: true,
        test: {
          name: "security",
          include: securityTests,
          globalSetup: ["test/setup/site.ts"],
          testTimeout: 120_000,
          fileParallelism: false,
          // an attack is told in steps: its tests follow each other
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: browserTests,
          globalSetup: ["test/setup/chromium.ts", "test/setup/site.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // each file has a stack and a browser of its own: one a core, and in each two pages, of which one waits while the other is judged
          maxWorkers: 2,
          maxConcurrency: 2,
          // a journey is told in steps: its tests follow each other
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
