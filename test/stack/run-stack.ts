import { join } from "node:path";
import { startStack } from "../../infra/local/stack.ts";

/** A process of its own with a stack in it, for tests that end it without a warning. Prints where it can be reached. */
const [, , dataFolder = ""] = process.argv;
const { origin, inboxOrigin } = await startStack({
  dataFolder,
  siteFolder: dataFolder,
  entryFolder: join(import.meta.dirname, "entries"),
  timers: false,
});
console.log(JSON.stringify({ origin, inboxOrigin }));
