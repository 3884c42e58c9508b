import { useEffect, useState } from "preact/hooks";
import type { Refused } from "../../platform/api.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";

const codePointer = "/code";

/** The code that the QR code brought: in the part of the address that no server sees; empty when it brought none. */
export const codeIn = (hash: string): string => {
  const [, code = ""] = /^#([0-9A-Za-z]{8})$/.exec(hash) ?? [];
  return code && `${code.slice(0, 4)} ${code.slice(4)}`;
};

type Props<T> = {
  words: { code: string; codeHint: string; pair: string };
  send: (body: { code: string }) => Promise<{ ok: true; value: T } | Refused>;
  onPaired: (answer: T) => void | Promise<void>;
};

/** The code that makes this device an employer's or a kiosk, by QR or by hand. Opening the page pairs nothing; the press does. */
export function PairForm<T>({ words, send, onPaired }: Props<T>) {
  const [brought, setBrought] = useState("");
  useEffect(() => {
    const take = () => setBrought(codeIn(location.hash));
    take();
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, []);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ code: textIn(data, codePointer) }),
    send,
    onDone: async (answer) => {
      // Used up, and nobody's business any more.
      history.replaceState(null, "", location.pathname);
      await onPaired(answer);
    },
  });
  return (
    <form class="card" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextField
        key={brought}
        pointer={codePointer}
        label={words.code}
        hint={words.codeHint}
        error={errorAt(codePointer)}
        class="input-code typed-code"
        lang="en"
        defaultValue={brought}
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
      />
      <Button type="submit" kind="main" wide busy={busy}>
        {words.pair}
      </Button>
    </form>
  );
}
