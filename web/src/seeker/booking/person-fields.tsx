import type { Me } from "../../../../shared/contract/sign-in.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ChoiceGroup, TextField } from "../../ui/field.tsx";
import { type FormState, numberIn, textIfAny, textIn } from "../../ui/use-form.ts";

export type Person = NonNullable<Me["person"]>;

/** What the fields say, as the API takes it. */
export const personIn = (data: FormData) => ({
  name: textIn(data, "/name"),
  birthYear: numberIn(data, "/birthYear"),
  ...textIfAny(data, "/phone", "phone"),
  locale: textIn(data, "/locale") as Locale,
});

type Props = {
  person: Me["person"];
  errorAt: FormState["errorAt"];
  /** On a device of many people: the browser offers nobody what another one typed, and the language is the one they chose before. */
  isShared?: boolean;
};

/** Who somebody is, and in which language they read. */
export const PersonFields = ({ person, errorAt, isShared = false }: Props) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  return (
    <>
      <TextField
        pointer="/name"
        autoComplete={isShared ? "off" : "name"}
        label={words.name}
        hint={words.nameHint}
        error={errorAt("/name")}
        defaultValue={person?.name}
      />
      <TextField
        pointer="/birthYear"
        class="input-short"
        inputMode="numeric"
        autoComplete={isShared ? "off" : "bday-year"}
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
        autoComplete={isShared ? "off" : "tel"}
        optional
        label={words.phone}
        hint={words.phoneHint}
        error={errorAt("/phone")}
        defaultValue={person?.phone ?? ""}
      />
      {!isShared && (
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
      )}
    </>
  );
};
