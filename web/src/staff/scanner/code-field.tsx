import { useEffect, useRef, useState } from "preact/hooks";
import { staffWords } from "../../../../shared/copy/pages-staff.ts";
import { useWords } from "../../platform/use-locale.ts";
import { meantText } from "./meant-text.ts";

type Props = {
  /** False while a verdict or question has the screen, and the focus with it. */
  active: boolean;
  /** What was typed before and is nobody's code. */
  toCorrect: string;
  /** Answers whether the text was taken. */
  onCode: (text: string) => boolean;
};

/**
 * The field that holds the focus whenever nothing else needs it, so that a keyboard-wedge scanner can be fired at any moment. The on-screen keyboard
 * stays away until somebody touches the field: it would cover the camera.
 */
export const CodeField = ({ active, toCorrect, onCode }: Props) => {
  const words = useWords(staffWords);
  const field = useRef<HTMLInputElement>(null);
  const [touched, setTouched] = useState(false);
  const [empty, setEmpty] = useState(false);
  useFocusKept(field, active);
  useEffect(() => {
    const input = field.current;
    if (!active || toCorrect === "" || !input || input.value !== "") return;
    input.value = toCorrect;
    // A scanner, or a hand that begins anew, writes over it.
    input.select();
  }, [active, toCorrect]);

  const submit = async (event: Event) => {
    event.preventDefault();
    const input = field.current;
    if (!input) return;
    const typed = input.value;
    const meant = meantText(typed);
    // Latin text is taken in the moment of the Enter; what a scanner fires next must not be added to it.
    const text = typeof meant === "string" ? meant : await meant.catch(() => typed.trim());
    setEmpty(text === "");
    if (text === "" || !onCode(text)) return;
    if (input.value === typed) input.value = "";
    setTouched(false);
  };

  return (
    <form class="code-form" onSubmit={submit} noValidate>
      <label for="ticket-code">{words.codeLabel}</label>
      <p id="ticket-code-hint" class="code-hint">
        {words.codeHint}
      </p>
      {empty && (
        <p id="ticket-code-error" class="code-error" role="alert">
          {words.codeEmpty}
        </p>
      )}
      <div class="code-row">
        <input
          ref={field}
          id="ticket-code"
          class="code-input"
          name="code"
          lang="en"
          inputMode={touched ? "text" : "none"}
          enterKeyHint="go"
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          aria-describedby={empty ? "ticket-code-error ticket-code-hint" : "ticket-code-hint"}
          aria-invalid={empty}
          onPointerDown={() => setTouched(true)}
          onInput={() => setEmpty(false)}
        />
        <button type="submit" class="code-send">
          {words.codeSend}
        </button>
      </div>
    </form>
  );
};

/** Takes the focus when there is reason to, and gives it back to a key typed anywhere else. Tab and links work as always. */
function useFocusKept(field: { current: HTMLInputElement | null }, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const take = () => field.current?.focus({ preventScroll: true });
    const takeFromNothing = () => {
      if (document.activeElement === document.body) take();
    };
    const takeTyping = (event: KeyboardEvent) => {
      const typed = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (typed && !(event.target instanceof HTMLInputElement)) take();
    };
    const afterPress = () => setTimeout(takeFromNothing);
    take();
    document.addEventListener("keydown", takeTyping);
    document.addEventListener("pointerup", afterPress);
    addEventListener("focus", takeFromNothing);
    return () => {
      document.removeEventListener("keydown", takeTyping);
      document.removeEventListener("pointerup", afterPress);
      removeEventListener("focus", takeFromNothing);
    };
  }, [active, field]);
}
