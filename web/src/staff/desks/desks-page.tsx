import { useCallback } from "preact/hooks";
import type { VisitDay } from "../../../../shared/contract/staff.ts";
import { deskLabelIn } from "../../../../shared/copy/desk-label.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { staffDesksWords } from "../../../../shared/copy/pages-staff-desks.ts";
import { staffTablesWords } from "../../../../shared/copy/pages-staff-tables.ts";
import type { Desk } from "../../../../shared/domain/visit.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { clockText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { Page } from "../../ui/page.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { Whats } from "../what.tsx";
import { askDesks } from "./ask-desks.ts";
import { isReleased, touchedBy } from "./touched.ts";

/** The desks of the day with what is left at each. */
export const DesksPage = ({ visitId }: { visitId: string }) => {
  const words = useWords(staffDesksWords);
  const dayWords = useWords(staffDayWords);
  const tableWords = useWords(staffTablesWords);
  const [loaded, reload] = useLoaded(useCallback(() => askDesks(visitId), [visitId]));
  const back = { href: `/staff/visits/${visitId}`, label: dayWords.toDay };
  if (loaded.state !== "loaded") return <Unloaded title={words.desksTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  return (
    <Page title={words.desksTitle} lead={words.desksLead} back={back} narrow focus={hasMoved()}>
      {loaded.value.day.visit.desks.map((desk) => (
        <DeskCard
          key={desk.deskId}
          day={loaded.value.day}
          desk={desk}
          released={isReleased(loaded.value.slots, desk.deskId)}
          hasEmployer={loaded.value.slots.some((slot) => slot.deskId === desk.deskId && slot.employerId !== null && slot.state === "open")}
        />
      ))}
      <ButtonLink href={`/staff/visits/${visitId}/kiosk`}>{tableWords.kiosk.toPair}</ButtonLink>
    </Page>
  );
};

type DeskCardProps = { day: VisitDay; desk: Desk; released: boolean; hasEmployer: boolean };

const DeskCard = ({ day: { visit, people }, desk: { deskId, label }, released, hasEmployer }: DeskCardProps) => {
  const words = useWords(staffDesksWords);
  const tableWords = useWords(staffTablesWords);
  const locale = useLocale();
  const { people: told, times, next } = touchedBy(people, deskId, instantNow());
  const begun = people.filter(
    ({ arrivedAt, bookings }) => arrivedAt && bookings.some((one) => one.deskId === deskId && one.startsAt <= instantNow() && !one.outcome),
  ).length;
  const here = people.flatMap(({ bookings }) => bookings.filter((one) => one.deskId === deskId));
  const employers = [...new Map(here.map((one) => [one.whatKo, one])).values()];
  return (
    <Card as="section">
      <h2>
        <DeskLabel label={label} />
      </h2>
      {employers.length > 0 && (
        <p>
          <Whats names={employers} />
        </p>
      )}
      <p>
        {times > 0 ? words.deskLeft(times, told) : released ? words.deskReleased : begun > 0 ? words.deskUnnoted(begun) : words.deskIdle}
        {next && ` · ${words.deskNext(clockText(next, locale))}`}
      </p>
      {hasEmployer && (
        <ButtonLink href={`/staff/visits/${visit.visitId}/desks/${deskId}/table`}>
          {tableWords.toPair(deskLabelIn(locale, label).text)}
        </ButtonLink>
      )}
      <ButtonLink href={`/staff/visits/${visit.visitId}/desks/${deskId}`}>{words.deskChange(deskLabelIn(locale, label).text)}</ButtonLink>
    </Card>
  );
};
