import type { Reconciliation } from "../../../../shared/contract/reconcile.ts";

/** How much the lead has not looked at yet. */
export const waitingIn = ({ conflicts, quarantined }: Reconciliation): number =>
  [...conflicts, ...quarantined].filter(({ settled }) => !settled).length;
