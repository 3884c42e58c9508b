import { useCallback, useState } from "preact/hooks";
import type { Device } from "../../../../shared/contract/reconcile.ts";
import type { DayPerson, VisitDay } from "../../../../shared/contract/staff.ts";
import type { WaitRow } from "../../../../shared/contract/waitlist.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import type { Slot } from "../../../../shared/domain/slot.ts";
import { call, type FieldError } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { clockText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Tag } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { fieldId } from "../../ui/field.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { ConsentBox, consentPointer } from "../consent-box.tsx";
import { DueLine } from "../due-line.tsx";
import { mintId } from "../mint-id.ts";
import { NotHeardOf } from "./not-heard-of.tsx";
import { nextOf, type Taker, takersOf } from "./seat-takers.ts";

type Props = { visitId: string; registrationId: string; bookingId: string };
type Booking = DayPerson["bookings"][number];

const whom = "/giveTo";

/** The day, the times, who waits and when each device was last heard of; without the last two the page still works. */
async function askSeat(visitId: string) {
  const params = { visitId };
  const [day, slots, waits, devices] = await Promise.all([
    call("GET /api/staff/visits/{visitId}/day", { params }),
    call("GET /api/staff/visits/{visitId}/slots", { params }),
    call("GET /api/staff/visits/{visitId}/waits", { params }),
    call("GET /api/staff/visits/{visitId}/devices", { params }),
  ]);
  if (!day.ok) return day;
  if (!slots.ok) return slots;
  return {
    ok: true as const,
    value: {
      ...{ day: day.value, slots: slots.value.slots },
      waits: waits.ok ? waits.value.waits : undefined,
      devices: devices.ok ? devices.value.devices : undefined,
    },
  };
}

/** Somebody did not come: who shall have the seat? */
export const SeatPage = ({ visitId, registrationId, bookingId }: Props) => {
  const words = useWords(staffDayWords);
  const [loaded, reload] = useLoaded(useCallback(() => askSeat(visitId), [visitId]));
  const [given, setGiven] = useState<string>();
  const back = { href: `/staff/visits/${visitId}`, label: words.toDay };
  if (loaded.state !== "loaded") return <Unloaded title={words.seatTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { day, slots, waits, devices } = loaded.value;
  const person = day.people.find((one) => one.registrationId === registrationId);
  const booking = person?.bookings.find((one) => one.bookingId === bookingId);
  const slot = slots.find((one) => one.slotId === booking?.seen.slotId);
  return (
    <Page title={words.seatTitle} back={back} narrow focus={hasMoved()}>
      {given !== undefined ? (
        <>
          <Notice tone="good" title={given} live focus>
            <p>{words.seatLater}</p>
          </Notice>
          <ButtonLink kind="main" href={back.href}>
            {words.toDay}
          </ButtonLink>
        </>
      ) : person && booking && slot && !person.arrivedAt ? (
        <SeatForm {...{ visitId, day, person, booking, slot, waits, devices }} onGiven={setGiven} />
      ) : (
        <Empty title={words.gone}>
          <ButtonLink href={back.href}>{words.toDay}</ButtonLink>
        </Empty>
      )}
    </Page>
  );
};

type FormProps = {
  visitId: string;
  day: VisitDay;
  person: DayPerson;
  booking: Booking;
  slot: Slot;
  waits: readonly WaitRow[] | undefined;
  devices: readonly Device[] | undefined;
  onGiven: (said: string) => void;
};

const SeatForm = ({ visitId, day, person, booking, slot, waits, devices, onGiven }: FormProps) => {
  const words = useWords(staffDayWords);
  const [chosen, setChosen] = useState("");
  const [newId] = useState(() => mintId("bkg"));
  const takers = takersOf(day, slot, waits ?? []);
  const next = nextOf(takers, slot, waits ?? []);
  const taker = takers.find((one) => one.person.registrationId === chosen);
  const needsConsent = slot.employerId !== null && taker !== undefined;
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ whom: textIn(data, whom), agreed: data.has(consentPointer) }),
    check: async (body): Promise<FieldError[]> => {
      if (body.whom === "") return [{ pointer: whom, detail: words.seatChoose }];
      return needsConsent && !body.agreed ? [{ pointer: consentPointer, detail: words.consentFirst }] : [];
    },
    send: (body) =>
      call("POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/no-show", {
        params: { visitId, registrationId: person.registrationId, bookingId: booking.bookingId },
        body: {
          seen: booking.seen,
          giveTo:
            body.whom === "next-waiting" || body.whom === "nobody"
              ? { whom: body.whom }
              : { whom: "present", registrationId: body.whom, bookingId: newId },
        },
      }),
    onDone: async (_, body) => {
      if (body.whom === "nobody") return onGiven(words.seatEmptied);
      if (body.whom !== "next-waiting") return onGiven(words.seatGiven(taker?.person.maskedName ?? ""));
      // Who it was is seen on the day: whoever has the seat now and had it not before.
      const after = await call("GET /api/staff/visits/{visitId}/day", { params: { visitId } });
      const holders = ({ people }: Pick<VisitDay, "people">) =>
        people.filter(({ bookings }) => bookings.some(({ seen }) => seen.slotId === slot.slotId));
      const before = new Set(holders(day).map(({ registrationId }) => registrationId));
      const now = after.ok ? holders(after.value).find(({ registrationId }) => !before.has(registrationId)) : next;
      onGiven(now ? words.seatGiven(now.maskedName) : words.seatEmptied);
    },
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <div class="about about-missing">
        <strong>{words.seatLead(person.maskedName)}</strong>
        <DueLine {...booking} />
      </div>
      <NotHeardOf visit={day.visit} devices={devices} />
      <fieldset class="field">
        <legend class="field-label">
          <span class="field-name">{words.seatWhom}</span>
        </legend>
        {errorAt(whom) && (
          <p class="field-error" id={`${fieldId(whom)}-error`}>
            <Icon name="warning" />
            <span>{errorAt(whom)}</span>
          </p>
        )}
        {takers.length === 0 && <p class="soft">{words.seatNobodyHere}</p>}
        <div class="choices">
          {(next || (waits === undefined && takers.length > 0)) && (
            <Choice value="next-waiting" first onChoose={setChosen}>
              {next ? words.seatNext(next.maskedName) : words.seatNextUnknown}
            </Choice>
          )}
          {takers.map((one, i) => (
            <TakerChoice key={one.person.registrationId} taker={one} first={!next && waits !== undefined && i === 0} onChoose={setChosen} />
          ))}
          <Choice value="nobody" first={takers.length === 0} onChoose={setChosen}>
            {words.seatNobody}
          </Choice>
        </div>
      </fieldset>
      {needsConsent && <ConsentBox employer={booking.whatKo} error={errorAt(consentPointer)} />}
      <Button type="submit" kind="main" wide busy={busy}>
        {words.seatNow}
      </Button>
    </form>
  );
};

const TakerChoice = ({ taker: { person, isWaiting }, ...rest }: { taker: Taker; first: boolean; onChoose: (value: string) => void }) => {
  const words = useWords(staffDayWords);
  const locale = useLocale();
  return (
    <Choice value={person.registrationId} {...rest}>
      <strong class="choice-name">{words.namedPerson(person.maskedName)}</strong> {isWaiting && <Tag tone="sign">{words.seatWaiting}</Tag>}
      {person.arrivedAt && <span class="choice-more">{words.seatSince(clockText(person.arrivedAt, locale))}</span>}
    </Choice>
  );
};

type ChoiceProps = { value: string; first: boolean; onChoose: (value: string) => void; children: preact.ComponentChildren };

/** The first one is where the error summary leads. */
const Choice = ({ value, first, onChoose, children }: ChoiceProps) => (
  <label class="choice">
    <input type="radio" name={whom} value={value} {...(first && { id: fieldId(whom) })} onChange={() => onChoose(value)} />
    <span>{children}</span>
  </label>
);
