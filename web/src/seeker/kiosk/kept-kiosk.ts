import { keeper } from "../../platform/kept.ts";

/** That this device is a kiosk, for the next reload. The cookie that lets it write is out of the page's sight. */
export const keptKiosk = keeper("device", "jobstop:kiosk", (value): value is true => value === true);
