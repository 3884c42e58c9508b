import { useCallback, useState } from "preact/hooks";
import type { DayPerson } from "../../../../shared/contract/staff.ts";
import type { WaitRow } from "../../../../shared/contract/waitlist.ts";
import { staffCallsWords } from "../../../../shared/copy/pages-staff-calls.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import type { SlotId } from "../../../../shared/domain/ids.ts";
import type { Slot } from "../../../../shared/domain/slot.ts";
import { call, type FieldError } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { clockText, spanText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { mintId } from "../mint-id.ts";
import { Outcome } from "../people/outcome.tsx";
import { ReasonField, reasonIn } from "../reason-field.tsx";
import { askWaits } from "./ask-waits.ts";
import { before, listWords, timesFor } from "./wait-words.ts";

type Props = { visitId: string; waitId: string };

/** Gives somebody who waits a seat at once, out of turn if need be: with a reason that is kept. */
export const WaitSeatPage = ({ visitId, waitId }: Props) => {
  const words = useWords(staffCallsWords);
  const dayWords = useWords(staffDayWords);
  const locale = useLocale();
  const [loaded, reload] = useLoaded(useCallback(() => askWaits(visitId), [visitId]));
  const [done, setDone] = useState<string>();
  const back = { href: `/staff/visits/${visitId}/waits`, label: dayWords.toWaits };
  if (loaded.state !== "loaded") return <Unloaded title={words.waitsSeatTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { waits, day, slots, employers } = loaded.value;
  const row = waits.find(({ entry }) => entry.waitId === waitId);
  return (
    <Page title={words.waitsSeatTitle} back={back} narrow focus={hasMoved()}>
      {done !== undefined ? (
        <Outcome
          visitId={visitId}
          title={words.waitsSeated}
          trouble={day.people.find(({ registrationId }) => registrationId === row?.registrationId)?.mailTrouble ?? null}
        >
          <p>
            <strong>{done}</strong>
          </p>
        </Outcome>
      ) : row ? (
        <WaitSeatForm
          {...{ visitId, row }}
          what={listWords(row.entry.list, employers, locale)}
          ahead={before(waits, row)}
          times={timesFor(row, slots, instantNow())}
          kept={day.people.flatMap(({ bookings }) => bookings).find(({ bookingId }) => bookingId === row.entry.replaces)}
          onDone={setDone}
        />
      ) : (
        <Empty title={words.waitsGone}>
          <ButtonLink href={back.href}>{dayWords.toWaits}</ButtonLink>
        </Empty>
      )}
    </Page>
  );
};

type FormProps = {
  visitId: string;
  row: WaitRow;
  what: string;
  /** How many have waited longer. */
  ahead: number;
  times: readonly Slot[];
  /** The later time that they hold until they get an earlier one. */
  kept: DayPerson["bookings"][number] | undefined;
  onDone: (said: string) => void;
};

const WaitSeatForm = ({ visitId, row: { entry, maskedName }, what, ahead, times, kept, onDone }: FormProps) => {
  const words = useWords(staffCallsWords);
  const dayWords = useWords(staffDayWords);
  const locale = useLocale();
  const [newId] = useState(() => mintId("bkg"));
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      slotId: textIn(data, "/slotId") as SlotId,
      bookingId: kept?.bookingId ?? newId,
      ...(kept && { seen: kept.seen }),
      reason: reasonIn(data),
    }),
    check: async (body): Promise<FieldError[]> =>
      body.slotId === ("" as SlotId) ? [{ pointer: "/slotId", detail: dayWords.chooseTime }] : [],
    send: (body) => call("POST /api/staff/visits/{visitId}/waits/{waitId}/seat", { params: { visitId, waitId: entry.waitId }, body }),
    onDone: (changed) => onDone(spanText(changed, locale)),
  });
  if (times.length === 0) return <Empty title={dayWords.timesNone} />;
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <div class="about">
        <strong>{dayWords.namedPerson(maskedName)}</strong>
        <span>{what}</span>
        {kept && <span>{words.waitsEarlier(clockText(kept.startsAt, locale))}</span>}
      </div>
      {ahead > 0 && (
        <Notice tone="warn">
          <p>{words.waitsOutOfTurn(ahead)}</p>
        </Notice>
      )}
      <div class="time-choices">
        <ChoiceGroup
          pointer="/slotId"
          label={dayWords.time}
          error={errorAt("/slotId")}
          choices={times.map((slot) => ({
            value: slot.slotId,
            label:
              slot.taken - slot.held < slot.seats
                ? clockText(slot.startsAt, locale)
                : `${clockText(slot.startsAt, locale)} · ${dayWords.timeFull}`,
          }))}
        />
      </div>
      <ReasonField why="seat" isTold={kept !== undefined} error={errorAt("/reason")} />
      <Button type="submit" kind="main" wide busy={busy}>
        {words.waitsSeatNow}
      </Button>
    </form>
  );
};
