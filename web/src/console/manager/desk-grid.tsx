import { centreServiceLabels, slotModeLabels } from "../../../../shared/copy/codes.ts";
import { deskLabelIn } from "../../../../shared/copy/desk-label.ts";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import type { Slot } from "../../../../shared/domain/slot.ts";
import type { Desk, Visit } from "../../../../shared/domain/visit.ts";
import { instantNow } from "../../platform/clock.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { Icon } from "../../ui/icons.tsx";
import { visitPath } from "../paths.ts";
import { lookOf, seatsOf, slotsAhead } from "../slot-grid.tsx";
import { SpanItem } from "../span-list.tsx";

/** Desks that have slots, each with its slots in order of time. A slot at a desk that the plan no longer names keeps its short name. */
function byDesk(desks: readonly Desk[], slots: readonly Slot[]): { deskId: string; label: string; slots: Slot[] }[] {
  const known = desks.map(({ deskId, label }) => ({ deskId: deskId as string, label }));
  const others = [...new Set(slots.map((slot) => slot.deskId as string))].filter((id) => !known.some(({ deskId }) => deskId === id));
  return [...known, ...others.map((deskId) => ({ deskId, label: deskId }))]
    .map((desk) => ({
      ...desk,
      slots: slots.filter((slot) => slot.deskId === desk.deskId).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
    }))
    .filter((desk) => desk.slots.length > 0);
}

/** The day, desk by desk: columns on a wide screen, one list below the other on a phone. Taken or free, without names. */
export const DeskGrid = ({ visit, slots }: { visit: Visit; slots: readonly Slot[] }) => {
  const words = useWords(managerWords);
  const locale = useLocale();
  const all = seatsOf(slots);
  const now = instantNow();
  return (
    <>
      <p>
        <strong>{words.slotsSummary(all.taken, all.seats)}</strong>
      </p>
      <div class="desks">
        {byDesk(visit.desks, slots).map((desk) => (
          <section class="desk" key={desk.deskId} aria-label={words.slotsOf(deskLabelIn(locale, desk.label).text)}>
            <h3>
              <DeskLabel label={desk.label} />
            </h3>
            <ul class="desk-slots" role="list">
              {desk.slots.map((slot) => {
                const look = lookOf(slot, words);
                return (
                  <SpanItem key={slot.slotId} tone={look.tone}>
                    <strong>{spanText(slot, locale)}</strong>
                    {slot.service && <span>{centreServiceLabels[slot.service][locale]}</span>}
                    {slot.mode !== "open" && <span>{slotModeLabels[slot.mode][locale]}</span>}
                    <span class="span-state">
                      {look.full && <Icon name="tick" />}
                      {look.text}
                    </span>
                  </SpanItem>
                );
              })}
            </ul>
            {visit.state === "open" && slotsAhead(desk.slots, desk.deskId, now).length > 0 && (
              <ButtonLink href={`${visitPath(visit.visitId)}/desks/${desk.deskId}`}>
                {words.changeDesk(deskLabelIn(locale, desk.label).text)}
              </ButtonLink>
            )}
          </section>
        ))}
      </div>
    </>
  );
};
