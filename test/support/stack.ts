import { inject } from "vitest";
import { grantRoles } from "../../functions/accounts/grant-roles.ts";
import { liveDeps, withLedger } from "../../functions/platform/deps.ts";
import { type Stack, startStack } from "../../infra/local/stack.ts";
import { travelTo } from "../../infra/local/time-travel.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import { MailAddress } from "../../shared/domain/text.ts";

export type { Stack };

/** The whole product in this process, its clock at an instant, timed tasks only when fired. Once a test file: the functions read the environment once. */
export const aStack = (now: string): Promise<Stack> => {
  process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
  return startStack({ now: new Date(now), timers: false, siteFolder: inject("siteFolder") });
};

/** Sets the product's clock. Devices opened from now on agree with it. */
export const passTime = (to: string): void => {
  travelTo(new Date(to));
};

/** Gives the first manager the role, as the command of the deployment does; all others are added by clicking. */
export const grant = (mail: string, name: string, roles: readonly StaffRole[]) =>
  grantRoles(withLedger(liveDeps("tests")), { mail: MailAddress.parse(mail), name, roles });

/** How long a mail may take, milliseconds: the stream is read every now and then. */
const mailWaitMs = 30_000;

/** The first mail to an address that came after another one, waited for. */
export const nextMail = async ({ mailbox }: Stack, to: string, after = "") => {
  const [mail] = await mailbox.waitFor({ to, after }, AbortSignal.timeout(mailWaitMs));
  if (!mail) throw new Error(`No mail reached ${to} within ${mailWaitMs / 1000} s.`);
  return mail;
};

/** Id of the newest mail to an address, to wait for what comes after it. */
export const lastMailId = ({ mailbox }: Stack, to: string): string => mailbox.list({ to }).at(-1)?.id ?? "";
