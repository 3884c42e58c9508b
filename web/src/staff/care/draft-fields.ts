import type { NoteDraft } from "./note-drafts.ts";

/** What stands in the fields of a form. */
export const fieldsIn = (form: HTMLFormElement): NoteDraft["fields"] =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));

/** Puts into a form what was typed into it before. */
export const fillIn = (form: HTMLFormElement, fields: NoteDraft["fields"]): void => {
  for (const element of form.elements) {
    const isBox = element instanceof HTMLInputElement && (element.type === "checkbox" || element.type === "radio");
    if (isBox) element.checked = fields.some(([name, value]) => name === element.name && value === element.value);
    else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) {
      const typed = fields.find(([name]) => name === element.name);
      if (typed) element.value = typed[1];
    }
  }
};
