/** The three entries of the site and the limits of `WEB.md`, in bytes after gzip. */
export type Entry = {
  name: "seeker" | "staff" | "console";
  source: string;
  /** JavaScript that the first page loads before it can be used. */
  scriptBudget: number;
};

export const entries: readonly Entry[] = [
  { name: "seeker", source: "web/src/seeker/main.tsx", scriptBudget: 20_000 },
  { name: "staff", source: "web/src/staff/main.tsx", scriptBudget: 35_000 },
  { name: "console", source: "web/src/console/main.tsx", scriptBudget: 120_000 },
];

/** The finished site. */
export const siteDir = "dist/web";
/** Where it is being built, until it is whole: nobody is served half a site, and two builds do not meet. */
export const outDir = `dist/.web-${process.pid}`;
export const serverDir = `dist/.prerender-${process.pid}`;

/** A service worker has to live at an address of its own that never changes, hence without a hash. */
export const ticketWorker = "web/src/seeker/ticket/ticket-worker.ts";

export const staffWorker = "web/src/staff/worker/staff-worker.ts";
