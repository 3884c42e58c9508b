import { keeper } from "../../platform/kept.ts";

/** A ticket as the page shows it. It says who may come in: it is kept only on a device that its owner calls their own. */
export type ShownTicket = {
  visitId: string;
  token: string;
  code: string;
  /** Which of the codes that were made one after the other; unknown of one that an older page kept. */
  gen?: number;
  date: string;
  startTime: string;
  endTime: string;
  placeNameKo: string;
  placeNameEn: string;
};

const isTicket = (value: unknown): value is ShownTicket => {
  if (typeof value !== "object" || value === null) return false;
  const names = ["visitId", "token", "code", "date", "startTime", "endTime", "placeNameKo", "placeNameEn"];
  return names.every((name) => typeof (value as Record<string, unknown>)[name] === "string");
};

/** The last ticket shown, kept on this device. */
export const keptTicket = keeper("device", "jobstop:ticket", isTicket);
