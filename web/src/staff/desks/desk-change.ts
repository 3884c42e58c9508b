import type { PlanChange } from "../../../../shared/domain/plan.ts";

export type DeskChange = Extract<PlanChange, { deskId: unknown }>;

/** A change of a desk as the value of a choice: "shift 10", "release", "reassign d2". */
export function choiceOf(change: DeskChange): string {
  switch (change.kind) {
    case "shift-desk":
      return `shift ${change.minutes}`;
    case "release-desk":
      return "release";
    case "reassign-desk":
      return `reassign ${change.toDeskId}`;
  }
}

/** Inverse of `choiceOf`; undefined for what is no choice, for example none. */
export function changeOf(choice: string, deskId: DeskChange["deskId"]): DeskChange | undefined {
  const [kind, value = ""] = choice.split(" ");
  if (kind === "shift") return { kind: "shift-desk", deskId, minutes: Number(value) };
  if (kind === "release") return { kind: "release-desk", deskId };
  if (kind === "reassign") return { kind: "reassign-desk", deskId, toDeskId: value as DeskChange["deskId"] };
  return undefined;
}
