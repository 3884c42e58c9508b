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

export const outDir = "dist/web";
export const serverDir = "dist/prerender";

/** A service worker has to live at an address of its own that never changes, hence without a hash. */
export const ticketWorker = "web/src/seeker/ticket/ticket-worker.ts";
