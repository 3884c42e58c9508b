import { useCallback } from "preact/hooks";
import type { PlanReceipt } from "../../../../shared/contract/plans.ts";
import { deskLabelIn } from "../../../../shared/copy/desk-label.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { type StaffDesksWords, staffDesksWords } from "../../../../shared/copy/pages-staff-desks.ts";
import type { PlanChange } from "../../../../shared/domain/plan.ts";
import { call } from "../../platform/api.ts";
import { clockText, momentText } from "../../platform/times.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Tag } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";

type Props = { visitId: string; planId: string };

/** Seconds between two looks while it runs, and afterwards while mails are on their way. */
const renewedEvery = 3;

/** What became of a change: whom it touched, and whether the mail to each went out. */
export const ReceiptPage = ({ visitId, planId }: Props) => {
  const words = useWords(staffDesksWords);
  const dayWords = useWords(staffDayWords);
  const locale = useLocale();
  const ask = useCallback(() => call("GET /api/staff/visits/{visitId}/plans/{planId}", { params: { visitId, planId } }), [visitId, planId]);
  const [loaded, reload] = useLoaded(ask);
  useFresh(reload, renewedEvery);
  const back = { href: `/staff/visits/${visitId}/desks`, label: dayWords.toDesks };
  if (loaded.state !== "loaded") return <Unloaded title={words.planTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { plan, people, receipts } = loaded.value;
  const done = new Map(receipts.map((receipt) => [receipt.registrationId, receipt]));
  const waiting = people.filter(({ registrationId }) => !done.has(registrationId));
  const all = receipts.length + (plan.doneAt ? 0 : waiting.length);
  return (
    <Page title={words.planTitle} lead={<span lang="ko">{plan.reason}</span>} back={back} narrow focus>
      <Notice
        tone={plan.doneAt ? "good" : "info"}
        title={plan.doneAt ? words.planDone(clockText(plan.doneAt, locale)) : words.planRunning}
        live
      >
        <p>{all > 0 ? words.planCount(receipts.length, all) : words.planNobody}</p>
      </Notice>
      <ul class="people" role="list">
        {[...receipts]
          .sort((a, b) => firstOf(a).localeCompare(firstOf(b)))
          .map((receipt) => (
            <Receipt key={receipt.registrationId} change={plan.change} receipt={receipt} />
          ))}
        {!plan.doneAt &&
          waiting.map(({ registrationId, maskedName }) => (
            <li key={registrationId} class="person">
              <span class="person-name">{maskedName}</span>
              <span class="person-state">
                <Tag>{words.planWaiting}</Tag>
              </span>
            </li>
          ))}
      </ul>
      <ButtonLink kind="main" href={`/staff/visits/${visitId}`}>
        {dayWords.toDay}
      </ButtonLink>
    </Page>
  );
};

/** A booking that stays is later, or elsewhere, after a change of its desk. */
const keptWords = (change: PlanChange, words: StaffDesksWords): string => {
  if (change.kind === "shift-desk") return words.planLater(change.minutes);
  return change.kind === "reassign-desk" ? words.planOtherDesk : words.planResult.kept;
};

const firstOf = ({ bookings }: PlanReceipt): string => bookings.map(({ startsAt }) => startsAt).sort()[0] ?? "";

const Receipt = ({ change, receipt: { maskedName, bookings, mail } }: { change: PlanChange; receipt: PlanReceipt }) => {
  const words = useWords(staffDesksWords);
  const locale = useLocale();
  const isUnreached = mail === "refused" || mail === "unsure";
  return (
    <li class={isUnreached ? "person person-missing" : "person person-here"}>
      <span class="person-name">{maskedName}</span>
      <span class="person-state">
        <Tag tone={isUnreached ? "sign" : mail === null ? "plain" : "good"}>{words.planMail[mail ?? "none"]}</Tag>
      </span>
      <ul class="person-bookings" role="list">
        {bookings.map(({ bookingId, startsAt, result, to }) => (
          <li key={bookingId}>
            {clockText(startsAt, locale)} · {result === "kept" ? keptWords(change, words) : words.planResult[result]}
            {to && result === "kept" && to.startsAt !== startsAt && ` → ${clockText(to.startsAt, locale)}`}
            {to && result === "kept" && change.kind === "reassign-desk" && to.deskLabel && ` → ${deskLabelIn(locale, to.deskLabel).text}`}
            {to && result === "rebooked" && ` → ${momentText(to.startsAt, locale)}`}
          </li>
        ))}
      </ul>
    </li>
  );
};
