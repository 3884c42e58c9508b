import { timesWords } from "../../../shared/copy/pages-employer-times.ts";
import type { Slot } from "../../../shared/domain/slot.ts";
import { clockText } from "../platform/times.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { Icon } from "../ui/icons.tsx";
import { SpanItem } from "./span-list.tsx";

/** A slot in words and looks: free, taken, some seats left, withdrawn. */
export type SlotLook = { tone: string; text: string; full: boolean };

export function lookOf(
  { state, seats, taken }: Slot,
  words: { free: string; taken: string; withdrawn: string; partly: (taken: number, seats: number) => string },
): SlotLook {
  if (state === "withdrawn") return { tone: "span-gone", text: words.withdrawn, full: false };
  if (taken >= seats) return { tone: "span-taken", text: words.taken, full: true };
  return taken === 0
    ? { tone: "span-free", text: words.free, full: false }
    : { tone: "span-partly", text: words.partly(taken, seats), full: false };
}

/** How many seats are taken, of all that still stand. */
export function seatsOf(slots: readonly Slot[]): { taken: number; seats: number } {
  const standing = slots.filter((slot) => slot.state === "open");
  return { taken: standing.reduce((sum, slot) => sum + slot.taken, 0), seats: standing.reduce((sum, slot) => sum + slot.seats, 0) };
}

/** What has not begun at a desk: all that can still be changed there. */
export const slotsAhead = (slots: readonly Slot[], deskId: string, now: string): Slot[] =>
  slots.filter((slot) => slot.deskId === deskId && slot.state === "open" && slot.startsAt > now);

/** Times with taken or free, without names. */
export const SlotGrid = ({ slots }: { slots: readonly Slot[] }) => {
  const words = useWords(timesWords);
  const locale = useLocale();
  const { taken, seats } = seatsOf(slots);
  return (
    <>
      <p>
        <strong>{words.seatsTaken(taken, seats)}</strong>
      </p>
      <ul class="spans" role="list">
        {slots.map((slot) => {
          const look = lookOf(slot, words);
          return (
            <SpanItem key={slot.slotId} tone={look.tone}>
              <strong>{clockText(slot.startsAt, locale)}</strong>
              <span class="span-state">
                {look.full && <Icon name="tick" />}
                {look.text}
              </span>
            </SpanItem>
          );
        })}
      </ul>
    </>
  );
};
