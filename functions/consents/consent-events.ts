import type { AgendaItem } from "../registrations/registration-reads.ts";

/** Somebody took back what they agreed to for an employer; `nthConsent` among those of their person and visit, from 0. */
export type ConsentEvent = { agenda: AgendaItem; nthConsent: number };

/** Pure: the same two versions always tell the same events, however often the stream repeats them. */
export const consentEvents = (before: AgendaItem | undefined, after: AgendaItem): ConsentEvent[] =>
  (after.consentWithdrawals ?? []).flatMap(({ doneAt, isTold }, nthConsent) =>
    doneAt && !isTold && !before?.consentWithdrawals?.[nthConsent]?.doneAt ? [{ agenda: after, nthConsent }] : [],
  );
