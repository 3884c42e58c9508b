import type { AgendaItem } from "./registration-reads.ts";

/** A registration was taken back, and all that hung on it is given up; `nth` among the withdrawals of its person and visit, from 0. */
export type WithdrawalEvent = { agenda: AgendaItem; nth: number };

/** Pure: the same two versions always tell the same events, however often the stream repeats them. */
export const withdrawalEvents = (before: AgendaItem | undefined, after: AgendaItem): WithdrawalEvent[] =>
  (after.withdrawals ?? []).flatMap(({ doneAt, isTold }, nth) =>
    doneAt && !isTold && !before?.withdrawals?.[nth]?.doneAt ? [{ agenda: after, nth }] : [],
  );
