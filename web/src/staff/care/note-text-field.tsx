import { useState } from "preact/hooks";
import { staffCareWords } from "../../../../shared/copy/pages-staff-care.ts";
import { noteLimit } from "../../../../shared/domain/consultation.ts";
import { useWords } from "../../platform/use-locale.ts";
import { TextArea } from "../../ui/field.tsx";

/** From so many characters on it is said how many there is room for. */
const nearLimit = noteLimit - 300;

type Props = { start: string; error: string | undefined };

/** The words of a note. Text that is too long is never cut: it is said by how much, and refused. */
export const NoteTextField = ({ start, error }: Props) => {
  const words = useWords(staffCareWords);
  const [length, setLength] = useState(start.length);
  return (
    <div class="stack stack-tight">
      <TextArea
        pointer="/note"
        label={words.note}
        hint={words.noteHint}
        error={error}
        rows={6}
        defaultValue={start}
        onInput={(event) => setLength(event.currentTarget.value.length)}
      />
      <p class="soft" role="status">
        {length > noteLimit ? <strong>{words.noteTooLong(length - noteLimit)}</strong> : length >= nearLimit && words.noteLength(length)}
      </p>
    </div>
  );
};
