import { TOTP } from "otpauth";
import { aSoftPasskey, type SoftPasskey } from "../../infra/local/soft-passkey.ts";
import { epochMsOf } from "../../shared/domain/seoul-time.ts";
import { anId } from "./builders.ts";
import { testOrigin } from "./post-office.ts";
import type { Browser, World } from "./world.ts";

export const aStaffMail = (): string => `${anId("staff").toLowerCase()}@center.example.com`;

/** Somebody of the desk who was given the role just now and has signed in by a mailed code alone. */
export const anInvited = async (world: World, mail = aStaffMail()): Promise<Browser & { mail: string }> => {
  const manager = await world.staff(aStaffMail(), ["manager"]);
  await world.get("PUT /api/staff/members", { body: { mail, name: "오서린", roles: ["desk"] } }, manager);
  return { ...(await world.signInWeakly(mail)), mail };
};

/** The code that an app shows for a secret, so many spans of 30 seconds from now. */
export const totpCode = (world: World, secret: string, spans = 0): string =>
  new TOTP({ secret }).generate({ timestamp: epochMsOf(world.deps.clock.now()) + spans * 30_000 });

/** Enrols an authenticator app; answers its secret, and the recovery codes if it was the first factor. */
export const enrolTotp = async (world: World, browser: Browser) => {
  const { secret } = await world.get("POST /api/second-step/totp-drafts", {}, browser);
  const enrolled = await world.get("POST /api/second-step/totp", { body: { code: totpCode(world, secret) } }, browser);
  return { secret, ...enrolled };
};

export const enrolPasskey = async (world: World, browser: Browser, passkey: SoftPasskey = aSoftPasskey()) => {
  const asked = await world.get("POST /api/second-step/passkey-challenges", {}, browser);
  const body = passkey.create(asked, { origin: testOrigin });
  return { passkey, ...(await world.get("POST /api/second-step/passkeys", { body }, browser)) };
};

/** Asks for a challenge and answers it with a passkey, perhaps wrongly. */
export const provePasskey = async (
  world: World,
  browser: Browser,
  passkey: SoftPasskey,
  bent: Partial<Parameters<SoftPasskey["get"]>[1]> = {},
) => {
  const asked = await world.get("POST /api/second-step/proof-challenges", {}, browser);
  return world.call("POST /api/second-step/proofs/passkey", { body: passkey.get(asked, { origin: testOrigin, ...bent }) }, browser);
};

/** A page that only staff may see. */
export const seesVisits = async (world: World, browser: Browser): Promise<number> =>
  (await world.call("GET /api/staff/visits", {}, browser)).status;

/** The browser as it was: whoever copied its cookies. */
export const copyOf = (browser: Browser): Browser => ({ ...browser, cookies: new Map(browser.cookies) });
