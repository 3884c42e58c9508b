import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

/** A browser that asks nobody outside; with a camera, if one is wanted, that plays a clip or else the browser's own test picture. `home`: whose settings it reads. */
export const openChromium = (camera?: { clip?: string }, home?: string): Promise<Browser> =>
  chromium.launch({
    executablePath: inject("chromium"),
    ...(home !== undefined && { env: { ...process.env, HOME: home } }),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(camera ? ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"] : []),
      ...(camera?.clip ? [`--use-file-for-fake-video-capture=${camera.clip}`] : []),
    ],
  });

/** The two sizes that every page must work at, in CSS pixels. */
export const viewports = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 900 } } as const;
