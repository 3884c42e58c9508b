import { useRef } from "preact/hooks";
import { ulid } from "ulid";
import { concernCategoryLabels } from "../../../../shared/copy/concern-codes.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { talkWords } from "../../../../shared/copy/pages-talks.ts";
import { ConcernCategory, type ConcernDraft, mostConcerns, type TalkContact } from "../../../../shared/domain/concern.ts";
import type { ConcernId } from "../../../../shared/domain/ids.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import type { Place } from "../../../../shared/domain/place.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import type { Visit } from "../../../../shared/domain/visit.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { choicesOf } from "../../ui/choices.ts";
import { SelectField, TextArea, TextField } from "../../ui/field.tsx";
import { textIfAny, textIn } from "../../ui/use-form.ts";
import { rowsIn, useRows } from "../use-rows.ts";

export type TalkVisit = Pick<Visit, "visitId" | "date"> & { place: Pick<Place, "nameKo" | "nameEn"> };

const concernAt = (n: number) => `/concerns/${n}`;

/** The fields that every sign-up has as the body of the request; what is left empty is left out. */
export const readTalk = (data: FormData) => ({
  visitId: textIn(data, "/visitId"),
  contact: {
    name: textIn(data, "/contact/name"),
    ...textIfAny(data, "/contact/title", "title"),
    phone: textIn(data, "/contact/phone"),
    ...textIfAny(data, "/contact/mail", "mail"),
  },
  concerns: rowsIn(data, (n) => `${concernAt(n)}/text`).map((n) => ({
    concernId: textIn(data, `${concernAt(n)}/concernId`),
    category: textIn(data, `${concernAt(n)}/category`),
    text: textIn(data, `${concernAt(n)}/text`),
  })),
});

type Props = {
  visits: readonly TalkVisit[];
  /** What stands in the fields at first, where something is known. */
  start?: {
    visitId?: string;
    contact?: { [Name in keyof TalkContact]?: TalkContact[Name] | undefined };
    /** Concerns that are there already: they can be corrected, not taken away. */
    concerns?: readonly ConcernDraft[];
  };
  errorAt: (pointer: string) => string | undefined;
};

/** Which visit, who speaks for the firm, and what it brings. */
export const TalkFields = ({ visits, start: { visitId = "", contact, concerns } = {}, errorAt }: Props) => {
  const words = useWords(talkWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  return (
    <>
      <SelectField
        pointer="/visitId"
        label={words.visit}
        error={errorAt("/visitId")}
        defaultValue={visits.some((visit) => visit.visitId === visitId) ? visitId : ""}
        choices={[
          { value: "", label: common.choose },
          ...visits.map(({ visitId, date, place }) => ({
            value: visitId,
            label: `${dateText(date, locale)} · ${inLocale(locale, place.nameKo, place.nameEn).text}`,
          })),
        ]}
      />
      <fieldset class="group">
        <legend>{words.contactTitle}</legend>
        <div class="fields">
          <TextField pointer="/contact/name" label={words.contactName} error={errorAt("/contact/name")} defaultValue={contact?.name} />
          <TextField
            pointer="/contact/title"
            optional
            label={words.contactPost}
            error={errorAt("/contact/title")}
            defaultValue={contact?.title}
          />
          <TextField
            pointer="/contact/phone"
            type="tel"
            label={words.contactPhone}
            error={errorAt("/contact/phone")}
            defaultValue={contact?.phone && phoneText(contact.phone)}
          />
          <TextField
            pointer="/contact/mail"
            type="email"
            optional
            label={words.contactMail}
            hint={words.contactMailHint}
            error={errorAt("/contact/mail")}
            defaultValue={contact?.mail}
          />
        </div>
      </fieldset>
      <ConcernRows concerns={concerns} errorAt={errorAt} />
    </>
  );
};

type ConcernStart = Pick<ConcernDraft, "concernId"> & Partial<ConcernDraft>;
const newConcern = (): ConcernStart => ({ concernId: `ccn_${ulid()}` as ConcernId });

const ConcernRows = ({ concerns: known, errorAt }: { concerns: readonly ConcernDraft[] | undefined } & Pick<Props, "errorAt">) => {
  const words = useWords(talkWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  // Minted once: sent twice, each is one concern.
  const first = useRef<readonly ConcernStart[]>(known ?? [newConcern()]);
  const { rows, add, remove } = useRows(first.current);
  return (
    <fieldset class="group">
      <legend>{words.concernsTitle}</legend>
      <p class="field-hint">{words.concernsHint}</p>
      {rows.map(({ key, start }, n) => {
        const at = concernAt(n);
        return (
          <div class="stack" key={key}>
            {rows.length > 1 && <h2 class="card-title">{words.concernOf(n + 1)}</h2>}
            <input type="hidden" name={`${at}/concernId`} value={start.concernId} />
            <SelectField
              pointer={`${at}/category`}
              label={words.category}
              error={errorAt(`${at}/category`)}
              defaultValue={start.category ?? ""}
              choices={[{ value: "", label: common.choose }, ...choicesOf(ConcernCategory.options, concernCategoryLabels, locale)]}
            />
            <TextArea pointer={`${at}/text`} label={words.text} error={errorAt(`${at}/text`)} defaultValue={start.text} rows={4} />
            {rows.length > 1 && start.text === undefined && (
              <div>
                <Button kind="quiet" onClick={() => remove(key)} aria-label={words.removeConcern(n + 1)}>
                  {words.remove}
                </Button>
              </div>
            )}
          </div>
        );
      })}
      {rows.length < mostConcerns && (
        <div>
          <Button onClick={() => add(newConcern())}>{words.addConcern}</Button>
        </div>
      )}
    </fieldset>
  );
};
