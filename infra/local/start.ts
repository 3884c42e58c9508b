import { relative } from "node:path";
import QRCode from "qrcode";
import { readSignInPepper } from "../../functions/platform/env.ts";
import { authenticatorIn } from "./authenticator.ts";
import { clearDataFolder, findSeedTime, isHalfSeeded, noteSeedTime } from "./data-folder.ts";
import { demoAccounts, seedDemoSeason } from "./seed.ts";
import { buildSite, builtSite, isSiteCurrent } from "./site-build.ts";
import { type Stack, startStack } from "./stack.ts";
import { readStartOptions, type StartOptions, startHelp } from "./start-options.ts";
import { StartProblem } from "./start-problem.ts";

const startedAtMs = performance.now();
const seconds = () => `${((performance.now() - startedAtMs) / 1000).toFixed(1)} s`;
const step = (words: string) => console.log(`  ${seconds().padStart(7)}  ${words}`);

/** Asked to stop: whatever is under way then fails, and nobody needs to read of it. */
let isStopping = false;

try {
  const options = readStartOptions(process.argv.slice(2));
  if (options) await start(options);
  else console.log(startHelp);
} catch (error) {
  if (!isStopping) {
    if (!(error instanceof StartProblem)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}

async function start(options: StartOptions): Promise<void> {
  process.env.POWERTOOLS_LOG_LEVEL ??= "WARN"; // the screen is for the person in front of it
  console.log("Jobstop 일자리 정류장");
  for (const note of options.notes) console.log(`  ${note}`);
  if (options.fresh || isHalfSeeded(options.dataFolder)) {
    step(options.fresh ? "delete what was kept" : "delete what a broken-off start left");
    await clearDataFolder(options.dataFolder);
  }
  if (!isSiteCurrent()) {
    step("build the pages");
    await buildSite();
  }
  const stack = await startStack({
    dataFolder: options.dataFolder,
    port: options.port,
    inboxPort: options.port === 0 ? 0 : options.port + 1,
    lan: options.lanAddress ? { address: options.lanAddress, installPort: options.port === 0 ? 0 : options.port + 2 } : undefined,
    now: options.now,
    siteFolder: builtSite,
    onStep: step,
  });
  stopOnSignal(stack);
  await seedOnce(stack);
  console.log(addresses(stack, options));
  if (stack.phones) console.log(await wayForPhones(stack.phones));
}

async function seedOnce(stack: Stack): Promise<void> {
  if (findSeedTime(stack.dataFolder) !== undefined) return;
  step("demo season");
  await seedDemoSeason(stack, authenticatorIn(stack.dataFolder, readSignInPepper()));
  noteSeedTime(stack.dataFolder);
}

function stopOnSignal(stack: Stack): void {
  const stop = async (code: number) => {
    await stack.stop();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1)); // asked twice: at once
      isStopping = true;
      console.log("\nstopping");
      stop(0).catch(() => process.exit(1));
    });
  }
  stack.failed.catch((error: Error) => {
    console.error(`\nThe database engine ended (${error.message}). Start again; nothing that was answered is lost.`);
    stop(1).catch(() => process.exit(1));
  });
}

function addresses(stack: Stack, { now }: StartOptions): string {
  const seededOn = seoulDate(findSeedTime(stack.dataFolder));
  const accounts = demoAccounts().map(({ who, address }) => `  ${who.padEnd(24)} ${address}`);
  return [
    "",
    `Ready in ${seconds()}. Data: ${shown(stack.dataFolder)} (${stack.engine}). Stop with Ctrl-C.`,
    ...(now ? [`The clock says ${seoulTime(new Date())} in Seoul (--now), and runs on from there.`] : []),
    "",
    `  Seekers 구직자            ${stack.origin}/   ${stack.origin}/en/`,
    `  Employers, managers       ${stack.origin}/console`,
    `  Desk app 접수 창구        ${stack.origin}/staff`,
    `  Inbox 받은 편지함         ${stack.inboxOrigin}/`,
    `  Authenticator 인증 앱     ${stack.inboxOrigin}/authenticator`,
    `  API                       ${stack.origin}/api/docs`,
    ...(accounts.length > 0
      ? ["", "Sign in as (the code comes to the inbox; staff and employers then type the one of the authenticator):", ...accounts]
      : []),
    ...(seededOn === seoulDate(new Date().toISOString())
      ? []
      : ["", `The demo season was made on ${seededOn}: --fresh makes a new one around today.`]),
    "",
  ].join("\n");
}

/** What a phone in the same network scans first, and what its owner compares. */
async function wayForPhones({ installPage, fingerprint }: NonNullable<Stack["phones"]>): Promise<string> {
  return [
    "  Phones in the same network 같은 와이파이의 휴대전화: scan, follow the steps once, compare the fingerprint.",
    "",
    await QRCode.toString(installPage, { type: "terminal", small: true }),
    `  ${installPage}`,
    `  SHA-256 ${fingerprint}`,
    "",
    "  Give this computer a fixed address in the network: at another address phones begin anew, and what waits in them stays there.",
    "  Sign-in codes come to the inbox on this computer. Nobody outside this network can reach it; anybody inside can.",
    "",
  ].join("\n");
}

/** Short where it lies below the folder that the person is in. */
function shown(folder: string): string {
  const path = relative(process.cwd(), folder);
  return path === "" || path.startsWith("..") ? folder : path;
}

/** Instant → 2026-11-26 10:05 in Seoul. */
function seoulTime(instant: Date): string {
  return instant.toLocaleString("sv-SE", { timeZone: "Asia/Seoul", dateStyle: "short", timeStyle: "short" });
}

/** Instant → 2026-11-26 in Seoul. */
function seoulDate(instant: string | undefined): string {
  return instant === undefined ? "-" : new Date(instant).toLocaleDateString("sv-SE", { timeZone: "Asia/Seoul" });
}
