/**
 * What is typed into a note of a talk and not saved yet, in the memory of this tab and nowhere else: leaving the page loses nothing, and no word of it lies on the
 * phone. Gone with the tab, and with who signs out.
 */
export type NoteDraft = {
  /** The number of the note that it is to be: a save whose answer was lost is the same note still. */
  id: string;
  /** The version that is corrected; none in a new note. */
  seen: number | undefined;
  /** Values of the form by field, in its order. */
  fields: readonly (readonly [string, string])[];
};

const drafts = new Map<string, NoteDraft>();

export const draftOf = (key: string): NoteDraft | undefined => drafts.get(key);
export const keepDraft = (key: string, draft: NoteDraft): void => void drafts.set(key, draft);
export const forgetDraft = (key: string): void => void drafts.delete(key);
/** Whoever takes the phone next finds none. */
export const forgetDrafts = (): void => drafts.clear();
