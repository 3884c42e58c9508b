import { mkdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { grantRoles } from "../../functions/accounts/grant-roles.ts";
import { liveDeps, withLedger } from "../../functions/platform/deps.ts";
import { MailAddress } from "../../shared/domain/text.ts";
import { mainJobSteps, managerMail, startsAt } from "./main-job.ts";
import { startStack } from "./stack.ts";
import { travelTo } from "./time-travel.ts";

/**
 * `npm run demo`: does the main job on a fresh stack on free ports and shows each step with its time. Leaves the mails, the QR code and the calendar
 * files in `.jobstop-demo`. Exit code 1 names the step that failed.
 */
process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
const folder = join(import.meta.dirname, "..", "..", ".jobstop-demo");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

const began = performance.now();
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const say = (since: number, name: string, result: string): void =>
  console.log(`${seconds(since).padStart(7)}  ${name}${result && `\n         → ${result}`}`);

const stack = await startStack({ now: new Date(startsAt), timers: false });
say(began, "a fresh stack", `${stack.origin} (${stack.engine})`);
await grantRoles(withLedger(liveDeps("demo")), { mail: MailAddress.parse(managerMail), name: "권도경", roles: ["manager"] });

const steps = mainJobSteps({
  origin: stack.origin,
  inbox: stack.inboxOrigin,
  folder,
  passTime: async (to, task) => {
    travelTo(new Date(to));
    await stack.fire(task);
  },
});
let done = 0;
for (const { name, run } of steps) {
  const since = performance.now();
  try {
    say(since, name, await run());
    done += 1;
  } catch (error) {
    console.error(`\nfailed at step ${done + 1}, "${name}": ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    break;
  }
}
await stack.stop();
if (done === steps.length) {
  console.log(`\nMails, QR code and calendar files: ${relative(process.cwd(), folder) || "."}`);
  console.log(`main job: ${done} steps ok in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
process.exit();
