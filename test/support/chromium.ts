import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

/** A browser that asks nobody outside; with a camera that plays a clip, if one is given. */
export const openChromium = (cameraClip?: string): Promise<Browser> =>
  chromium.launch({
    executablePath: inject("chromium"),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(cameraClip
        ? ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${cameraClip}`]
        : []),
    ],
  });

/** The two sizes that every page must work at, in CSS pixels. */
export const viewports = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 900 } } as const;
