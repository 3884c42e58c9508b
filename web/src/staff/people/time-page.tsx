import { useCallback, useState } from "preact/hooks";
import type { DayPerson, VisitDay } from "../../../../shared/contract/staff.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import type { SlotId } from "../../../../shared/domain/ids.ts";
import { call, type FieldError } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { clockText, spanText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup, SelectField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { ConsentBox, consentPointer, consentVersion } from "../consent-box.tsx";
import { DueLine } from "../due-line.tsx";
import { mintId } from "../mint-id.ts";
import { ReasonField, reasonIn } from "../reason-field.tsx";
import { type FreeTimes, freeTimesFor } from "./free-times.ts";
import { Outcome } from "./outcome.tsx";
import { ReadAloud } from "./read-aloud.tsx";

type Props = { visitId: string; registrationId: string; bookingId?: string };
type Booking = DayPerson["bookings"][number];

async function askTimes(visitId: string) {
  const params = { visitId };
  const [day, slots, detail] = await Promise.all([
    call("GET /api/staff/visits/{visitId}/day", { params }),
    call("GET /api/staff/visits/{visitId}/slots", { params }),
    call("GET /api/public/visits/{visitId}", { params }),
  ]);
  if (!day.ok) return day;
  if (!slots.ok) return slots;
  if (!detail.ok) return detail;
  return { ok: true as const, value: { day: day.value, slots: slots.value.slots, employers: detail.value.employers } };
}

/** Books a free time for a person, or moves a booking of theirs to one. */
export const TimePage = ({ visitId, registrationId, bookingId }: Props) => {
  const words = useWords(staffDayWords);
  const locale = useLocale();
  const [loaded, reload] = useLoaded(useCallback(() => askTimes(visitId), [visitId]));
  const [done, setDone] = useState<string>();
  const title = bookingId === undefined ? words.bookTitle : words.moveTitle;
  const back = { href: `/staff/visits/${visitId}/people/${registrationId}`, label: words.toPerson };
  if (loaded.state !== "loaded") return <Unloaded title={title} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { day, slots, employers } = loaded.value;
  const person = day.people.find((one) => one.registrationId === registrationId);
  const booking = person?.bookings.find((one) => one.bookingId === bookingId);
  const isThere = person !== undefined && (bookingId === undefined || booking !== undefined);
  const free = isThere ? freeTimesFor({ slots, day, person, employers, now: instantNow(), locale, except: booking }) : [];
  return (
    <Page title={title} back={back} narrow focus={hasMoved()}>
      {done !== undefined ? (
        <>
          <Outcome visitId={visitId} title={bookingId === undefined ? words.booked : words.moved} trouble={person?.mailTrouble ?? null}>
            <p>
              <strong>{done}</strong>
            </p>
          </Outcome>
          {person?.mailTrouble && <ReadAloud day={day} person={person} />}
        </>
      ) : !isThere ? (
        <Empty title={words.gone}>
          <ButtonLink href={`/staff/visits/${visitId}`}>{words.toDay}</ButtonLink>
        </Empty>
      ) : (
        <TimeForm
          {...{ visitId, day, person, booking, free }}
          employerNow={slots.find(({ slotId }) => slotId === booking?.seen.slotId)?.employerId}
          onDone={(said) => {
            setDone(said);
            void reload();
          }}
        />
      )}
    </Page>
  );
};

type FormProps = {
  visitId: string;
  day: VisitDay;
  person: DayPerson;
  booking: Booking | undefined;
  free: readonly FreeTimes[];
  /** Of the booking that moves: another employer needs another consent. */
  employerNow: string | null | undefined;
  onDone: (said: string) => void;
};

const TimeForm = ({ visitId, person, booking, free, employerNow, onDone }: FormProps) => {
  const words = useWords(staffDayWords);
  const locale = useLocale();
  const [newId] = useState(() => mintId("bkg"));
  const [only] = free;
  const [key, setKey] = useState(free.length === 1 ? (only?.key ?? "") : "");
  const group = free.find((one) => one.key === key);
  const needsConsent = group !== undefined && group.employerId !== null && group.employerId !== employerNow;
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      slotId: textIn(data, "/slotId") as SlotId,
      reason: reasonIn(data),
      ...(needsConsent && data.has(consentPointer) && { consentVersion }),
    }),
    check: async (body): Promise<FieldError[]> => [
      ...(group ? [] : [{ pointer: "/what", detail: words.chooseWhat }]),
      ...(group && body.slotId === ("" as SlotId) ? [{ pointer: "/slotId", detail: words.chooseTime }] : []),
      ...(needsConsent && !body.consentVersion ? [{ pointer: consentPointer, detail: words.consentFirst }] : []),
    ],
    send: async (body) => {
      const params = { visitId, registrationId: person.registrationId };
      if (!booking)
        return call("PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}", {
          params: { ...params, bookingId: newId },
          body,
        });
      return call("PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/slot", {
        params: { ...params, bookingId: booking.bookingId },
        body: { ...body, seen: booking.seen },
      });
    },
    onDone: (changed) => onDone(spanText(changed, locale)),
  });
  if (free.length === 0) return <Empty title={words.timesNone} />;
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <div class="about">
        <strong>{words.namedPerson(person.maskedName)}</strong>
        {booking && <DueLine {...booking} />}
      </div>
      <SelectField
        pointer="/what"
        label={words.what}
        hint={words.timesHint}
        error={errorAt("/what")}
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
      >
        <option value="">{words.chooseWhat}</option>
        {free.map(({ key: value, what, isScreened }) => (
          <option key={value} value={value}>
            {isScreened ? `${what} (${words.screened})` : what}
          </option>
        ))}
      </SelectField>
      {group && (
        <div class="time-choices">
          <ChoiceGroup
            key={key}
            pointer="/slotId"
            label={words.time}
            error={errorAt("/slotId")}
            choices={group.times.map(({ slotId, startsAt, seats, taken }) => ({
              value: slotId,
              label: seats > 1 ? `${clockText(startsAt, locale)} · ${words.seatsLeft(seats - taken)}` : clockText(startsAt, locale),
            }))}
          />
        </div>
      )}
      {needsConsent && <ConsentBox employer={group.employer} error={errorAt(consentPointer)} />}
      <ReasonField why={booking ? "move" : "book"} isTold={booking !== undefined} error={errorAt("/reason")} />
      <Button type="submit" kind="main" wide busy={busy}>
        {booking ? words.moveNow : words.bookNow}
      </Button>
    </form>
  );
};
