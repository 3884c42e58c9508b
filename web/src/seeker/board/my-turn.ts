import type { CallBoard } from "../../../../shared/contract/check-in.ts";
import type { LocalTime } from "../../../../shared/domain/seoul-time.ts";

export type MyTurn =
  | { state: "waiting"; deskLabel: string; before: number; about: LocalTime }
  | { state: "called"; deskLabel: string; calls: number }
  | { state: "serving" | "missed"; deskLabel: string }
  /** Checked in, and in no line yet. */
  | { state: "here" }
  /** Not on the board: through, not handed in yet, or no number at all. */
  | { state: "unknown" };

/** Where somebody stands on the board: called at one desk goes before waiting at another. */
export function myTurn({ desks, unplaced }: CallBoard, label: string): MyTurn {
  for (const desk of desks) {
    const call = desk.called.find((one) => one.label === label);
    if (call) return { state: "called", deskLabel: desk.label, calls: call.calls };
  }
  for (const desk of desks) if (desk.serving === label) return { state: "serving", deskLabel: desk.label };
  for (const desk of desks) {
    const at = desk.waiting.findIndex((one) => one.label === label);
    const place = desk.waiting[at];
    if (place) return { state: "waiting", deskLabel: desk.label, before: at + desk.called.length, about: place.about };
  }
  for (const desk of desks) if (desk.missed.includes(label)) return { state: "missed", deskLabel: desk.label };
  return { state: unplaced.includes(label) ? "here" : "unknown" };
}

const labelForm = /^([A-Z]{1,3}-\d{3}|[0-9A-Z]{4})$/;
/** A label as an address says it. */
export const labelIn = (search: string): string | undefined => {
  const label = new URLSearchParams(search).get("n") ?? "";
  return labelForm.test(label) ? label : undefined;
};

/**
 * The number that somebody meant to type: small letters, spaces and a missing hyphen are fine, "a12" is "A-012". Of a ticket's code the first half counts;
 * one that looks like a number ("A012") is taken for a number, unless the whole code is typed. Undefined when it can be neither.
 */
export function readLabel(typed: string): string | undefined {
  const meant = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "");
  const [, letters, count] = /^([A-Z](?=\d{1,3}$)|[A-Z]{2}(?=\d{3}$))(\d+)$/.exec(meant) ?? [];
  if (letters && count) return `${letters}-${count.padStart(3, "0")}`;
  return /^[0-9A-Z]{4}([0-9A-Z]{4})?$/.test(meant) ? meant.slice(0, 4).replace(/O/g, "0").replace(/[IL]/g, "1") : undefined;
}
