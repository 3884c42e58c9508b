import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import type { Me } from "../../../../shared/contract/sign-in.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import { consentText, currentConsentVersion } from "../../../../shared/domain/consents.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup, TextField } from "../../ui/field.tsx";
import { numberIn, textIfAny, textIn, useForm } from "../../ui/use-form.ts";

type Person = NonNullable<Me["person"]>;
type Props = {
  visitId: VisitId;
  person: Me["person"];
  /** A booking follows: its confirmation mail then speaks for both. */
  beforeBooking: boolean;
  /** What the button says. */
  send: string;
  onRegistered: (registration: MyRegistration, person: Person) => void | Promise<void>;
  onRefused: (problem: ClientProblem) => Promise<boolean>;
};

/** Who is coming. Filled in with what the person gave last time. */
export const RegisterForm = ({ visitId, person, beforeBooking, send, onRegistered, onRefused }: Props) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      name: textIn(data, "/name"),
      birthYear: numberIn(data, "/birthYear"),
      ...textIfAny(data, "/phone", "phone"),
      locale: textIn(data, "/locale") as Locale,
      noticeVersion: currentConsentVersion.service_core,
      beforeBooking,
    }),
    send: (body) => call("PUT /api/me/visits/{visitId}/registration", { params: { visitId }, body }),
    onDone: (registration, { name, birthYear, phone = null, locale }) => onRegistered(registration, { name, birthYear, phone, locale }),
    onRefused,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextField
        pointer="/name"
        autoComplete="name"
        label={words.name}
        hint={words.nameHint}
        error={errorAt("/name")}
        defaultValue={person?.name}
      />
      <TextField
        pointer="/birthYear"
        class="input-short"
        inputMode="numeric"
        autoComplete="bday-year"
        maxLength={4}
        label={words.birthYear}
        hint={words.birthYearHint}
        error={errorAt("/birthYear")}
        defaultValue={person?.birthYear}
      />
      <TextField
        pointer="/phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        optional
        label={words.phone}
        hint={words.phoneHint}
        error={errorAt("/phone")}
        defaultValue={person?.phone ?? ""}
      />
      <ChoiceGroup
        pointer="/locale"
        label={words.language}
        error={errorAt("/locale")}
        chosen={[person?.locale ?? locale]}
        choices={[
          { value: "ko", label: words.korean, lang: "ko" },
          { value: "en", label: words.english, lang: "en" },
        ]}
      />
      <CoreNotice />
      <Button type="submit" kind="main" wide busy={busy}>
        {send}
      </Button>
    </form>
  );
};

/** A notice, not a consent: the record rests on a task of the city. */
const CoreNotice = () => {
  const words = useWords(bookingWords);
  const text = consentText("service_core", currentConsentVersion.service_core, useLocale());
  if (!text) return null;
  return (
    <section class="small-print" aria-label={text.title}>
      <h2>{text.title}</h2>
      <Facts
        long
        rows={[
          [words.purpose, text.purpose],
          [words.items, text.items],
          [words.kept, text.kept],
          [words.refusal, text.refusal],
        ]}
      />
    </section>
  );
};
