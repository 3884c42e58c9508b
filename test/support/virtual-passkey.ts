import type { CDPSession, Page } from "playwright-core";
import type { SoftPasskey } from "../../infra/local/soft-passkey.ts";

/** Which authenticator Chromium's own one plays: that of the phone itself, which recognises its owner. */
const options = {
  protocol: "ctap2",
  transport: "internal",
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

const sessions = new WeakMap<Page, CDPSession>();

/** Gives a page a device that makes and shows passkeys by itself; one a page. */
const authenticatorOf = async (page: Page): Promise<{ session: CDPSession; authenticatorId: string }> => {
  const before = sessions.get(page);
  if (before) await before.detach().catch(() => undefined);
  const session = await page.context().newCDPSession(page);
  sessions.set(page, session);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", { options });
  return { session, authenticatorId };
};

/** A device that holds no passkey yet. */
export const aFreshDevice = async (page: Page): Promise<void> => {
  await authenticatorOf(page);
};

/** Puts somebody's passkey into the page's device, in place of what it held. */
export const holdPasskey = async (page: Page, passkey: SoftPasskey): Promise<void> => {
  const { session, authenticatorId } = await authenticatorOf(page);
  await session.send("WebAuthn.addCredential", {
    authenticatorId,
    credential: {
      credentialId: Buffer.from(passkey.credentialId, "base64url").toString("base64"),
      isResidentCredential: false,
      rpId: new URL(page.url()).hostname,
      privateKey: passkey.privateKey,
      signCount: passkey.lend(),
    },
  });
};
