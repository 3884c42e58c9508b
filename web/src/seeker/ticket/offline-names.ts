/** What the ticket page and its worker agree on. */
export const offlineCache = "jobstop-ticket";
export const ticketWorker = "/ticket-worker.js";
