import type { PlanReceipt } from "../../../../../shared/contract/plans.ts";
import { planWords } from "../../../../../shared/copy/pages-manager-plan.ts";
import type { Plan } from "../../../../../shared/domain/plan.ts";
import type { Instant } from "../../../../../shared/domain/seoul-time.ts";
import { inLocale } from "../../../platform/locale.ts";
import { momentText } from "../../../platform/times.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Tag, type Tone } from "../../../ui/card.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Empty } from "../../../ui/states.tsx";
import { type Planned, visitName } from "../one-visit.tsx";
import { mailsOf, refusedFirst } from "./choices.ts";

type Props = { planned: Planned; plan: Plan; receipts: readonly PlanReceipt[] /** Whom it touches, done or not. */; people: number };

/** How far a plan is, and what became of whom; whom no mail reached stands first, to be called. */
export const PlanReceipts = ({ planned, plan, receipts, people }: Props) => {
  const words = useWords(planWords);
  const mails = mailsOf(receipts);
  const locale = useLocale();
  const { change } = plan;
  // Where times went that stayed with their visit.
  const keptText =
    change.kind === "move-visit" && planned.visit.placeId === change.placeId ? words.movedTo(visitName(planned, locale)) : undefined;
  const all = Math.max(people, receipts.length);
  return (
    <>
      {plan.state === "running" ? (
        <Notice title={words.runningTitle} live>
          <p>{words.progress(receipts.length, all)}</p>
          <progress max={Math.max(all, 1)} value={receipts.length} aria-label={words.runningTitle} />
          <p>{words.runningDetail}</p>
        </Notice>
      ) : (
        <Notice tone="good" title={words.doneTitle} live>
          <p>{words.doneDetail(receipts.length)}</p>
          {mails.open > 0 && <p>{words.mailsOpen(mails.open)}</p>}
        </Notice>
      )}
      {mails.refused > 0 && (
        <Notice tone="bad" title={words.mailsRefused(mails.refused)}>
          {null}
        </Notice>
      )}
      <section class="stack">
        <h2>{words.receiptsTitle}</h2>
        {receipts.length === 0 ? (
          <Empty title={plan.state === "running" ? words.receiptsNone : words.nobody} />
        ) : (
          <ul class="plan-people" role="list">
            {refusedFirst(receipts).map((receipt) => (
              <Receipt key={receipt.registrationId} receipt={receipt} keptText={keptText} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
};

const mailTones: Record<NonNullable<PlanReceipt["mail"]> | "open", Tone> = {
  sent: "good",
  told: "good",
  refused: "sign",
  unsure: "sign",
  open: "plain",
};

type ReceiptProps = { receipt: PlanReceipt; keptText: string | undefined };

const Receipt = ({ receipt: { maskedName, bookings, mail }, keptText }: ReceiptProps) => {
  const words = useWords(planWords);
  const locale = useLocale();
  const state = mail ?? "open";
  return (
    <li class="plan-person">
      <div class="row">
        <strong lang="ko">{maskedName}</strong>
        <Tag tone={mailTones[state]}>{words.mails[state]}</Tag>
      </div>
      <ul class="stack stack-tight" role="list">
        {bookings.length === 0 && <li class="soft">{words.noBooking}</li>}
        {bookings.map(({ bookingId, startsAt, result, to }) => (
          <li key={bookingId}>
            {momentText(startsAt, locale)}: <strong>{(result === "kept" && keptText) || words.results[result]}</strong>
            {to && <WhereTo to={to} from={startsAt} isElsewhere={result === "rebooked"} />}
          </li>
        ))}
      </ul>
    </li>
  );
};

type WhereToProps = { to: NonNullable<PlanReceipt["bookings"][number]["to"]>; from: Instant; isElsewhere: boolean };

/** The new time, with the place where it is another visit's; nothing where the time is the same. */
const WhereTo = ({ to: { startsAt, place }, from, isElsewhere }: WhereToProps) => {
  const words = useWords(planWords);
  const locale = useLocale();
  if (startsAt === from && !isElsewhere) return null;
  const name = isElsewhere && place ? inLocale(locale, place.nameKo, place.nameEn) : undefined;
  return (
    <>
      {" "}
      {words.nowAt(momentText(startsAt, locale))}
      {name && (
        <>
          {", "}
          <span lang={name.lang}>{name.text}</span>
        </>
      )}
    </>
  );
};
