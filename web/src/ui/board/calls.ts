import type { CallBoard } from "../../../../shared/contract/check-in.ts";

export type Call = { label: string; deskLabel: string; calls: number };

const callsOn = ({ desks }: CallBoard): Call[] =>
  desks.flatMap(({ label: deskLabel, called }) => called.map(({ label, calls }) => ({ label, deskLabel, calls })));

/** Who was called, or called again, or to another desk, between two looks at a board. A board that was just opened calls nobody anew. */
export function newCalls(before: CallBoard | undefined, after: CallBoard): Call[] {
  if (!before || before.visitId !== after.visitId) return [];
  const known = callsOn(before);
  return callsOn(after).filter(
    (call) => !known.some((one) => one.label === call.label && one.deskLabel === call.deskLabel && one.calls >= call.calls),
  );
}
