import { envNames } from "../../shared/wiring.ts";
import { systemClock } from "../platform/clock.ts";
import { entry } from "../platform/entry.ts";
import { readEnv, readSignInPepper } from "../platform/env.ts";
import { randomIds } from "../platform/ids.ts";
import { openLog } from "../platform/log.ts";
import { CanaryStopped, walkMainJob } from "./walk-main-job.ts";

const log = openLog("canary");
const ids = randomIds(systemClock);
const [origin, signInPepper] = [readEnv(envNames.origin), readSignInPepper()];

/** SES's own mailbox for trying things: takes mail, shows it to nobody, and counts towards no reputation. A name for each quarter of an hour, since one address is given few codes. */
const mailNow = (): string => `success+canary-${systemClock.now().slice(11, 16).replace(":", "")}@simulator.amazonses.com`;

/** Walks the main job on the public site, every quarter of an hour. Fails in a line of the log and by a metric, not by an error: it is not the canary that is ill. */
export const handler = entry(log, async (): Promise<void> => {
  try {
    const far = await walkMainJob({ origin, signInPepper, mail: mailNow(), mint: ids.mint });
    log.info("canary.passed", { far });
  } catch (error) {
    const { step, status } = error instanceof CanaryStopped ? error : { step: "unknown", status: 0 };
    log.error("canary.failed", { step, status, error: error instanceof Error ? error.name : "unknown" });
  }
});
