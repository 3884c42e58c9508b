import { planWords } from "../../../../../shared/copy/pages-manager-plan.ts";
import type { Place } from "../../../../../shared/domain/place.ts";
import type { Plan } from "../../../../../shared/domain/plan.ts";
import { inLocale } from "../../../platform/locale.ts";
import { hoursText } from "../../../platform/times.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Card, Facts } from "../../../ui/card.tsx";
import { DeskLabel } from "../../../ui/desk-label.tsx";
import type { Planned } from "../one-visit.tsx";

type Props = { planned: Planned; plan: Plan; places?: readonly Place[] };

/** What changes, before and afterwards, and the reason that everybody reads. */
export const PlanSummary = ({ planned: { visit, place }, plan, places = [] }: Props) => {
  const words = useWords(planWords);
  const locale = useLocale();
  const { change, reason, state } = plan;
  const nameOf = ({ nameKo, nameEn }: Place) => inLocale(locale, nameKo, nameEn).text;
  const deskLabel = (deskId: string) => <DeskLabel label={visit.desks.find((desk) => desk.deskId === deskId)?.label ?? deskId} />;
  const toPlace = change.kind === "move-visit" ? [place, ...places].find(({ placeId }) => placeId === change.placeId) : undefined;
  // Once it has run, the visit itself is what it was moved to.
  const isBefore = change.kind === "move-visit" && state === "draft";
  return (
    <Card as="section">
      <h2>{state === "done" ? words.summaryDone : words.summaryTitle}</h2>
      <Facts
        rows={[
          [words.before, isBefore && `${hoursText(visit, locale)}, ${nameOf(place)}`],
          [words.after, change.kind === "move-visit" && [hoursText(change, locale), toPlace && nameOf(toPlace)].filter(Boolean).join(", ")],
          [words.desk, "deskId" in change && deskLabel(change.deskId)],
          [words.kinds["shift-desk"], change.kind === "shift-desk" && words.later(change.minutes)],
          [words.toDesk, change.kind === "reassign-desk" && deskLabel(change.toDeskId)],
          [words.cancelled, change.kind === "cancel-visit" && `${hoursText(visit, locale)}, ${nameOf(place)}`],
          [
            words.reason,
            <span key="reason" lang="ko">
              {reason}
            </span>,
          ],
        ].map(([name, value]) => [name as string, value === false ? undefined : value] as const)}
      />
    </Card>
  );
};
