/** The seekers' pages: what they are called, where they are written, where they live. Addresses are without language (`pathIn` adds it). */
export const pageNames = [
  "visits",
  "visit",
  "calendar",
  "mine",
  "my-data",
  "ticket",
  "board",
  "number",
  "verify",
  "table",
  "kiosk",
  "sign-in",
  "help",
  "privacy",
  "not-found",
] as const;
export type PageName = (typeof pageNames)[number];

/** Address of each page. A visit's page is one file for all visits; the rewrite rule leads `/visits/<visitId>` to it. */
export const pathOf: Readonly<Record<PageName, string>> = {
  visits: "/",
  visit: "/visits/visit",
  calendar: "/calendar",
  mine: "/my",
  "my-data": "/my/data",
  ticket: "/my/ticket",
  board: "/board",
  number: "/number",
  verify: "/verify",
  table: "/table",
  kiosk: "/kiosk",
  "sign-in": "/sign-in",
  help: "/help",
  privacy: "/privacy",
  "not-found": "/404",
};

/** Visit named by the address of this page; undefined on all others. */
export const visitIdIn = (path: string): string | undefined => /\/visits\/(vis_[0-9A-Z]{26})\/?$/.exec(path)?.[1];

/** Ids of what the script brings to life in the prerendered page. */
export const pageId = "page";
export const largeTextId = "large-text";
