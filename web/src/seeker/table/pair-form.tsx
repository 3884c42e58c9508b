import { useEffect, useState } from "preact/hooks";
import { tableWords } from "../../../../shared/copy/pages-table.ts";
import { call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";

const codePointer = "/code";

/** The code that the QR code brought: in the part of the address that no server sees. */
const codeIn = (hash: string): string => {
  const [, code = ""] = /^#([0-9A-Za-z]{8})$/.exec(hash) ?? [];
  return code && `${code.slice(0, 4)} ${code.slice(4)}`;
};

/** The code by QR or by hand. Opening the page pairs nothing; the press does. */
export const PairForm = ({ onPaired }: { onPaired: () => Promise<void> }) => {
  const words = useWords(tableWords);
  const [brought, setBrought] = useState("");
  useEffect(() => {
    const take = () => setBrought(codeIn(location.hash));
    take();
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, []);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ code: textIn(data, codePointer) }),
    send: (body) => call("POST /api/table/pairing", { body }),
    onDone: async () => {
      // Used up, and nobody's business any more.
      history.replaceState(null, "", location.pathname);
      await onPaired();
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
        class="input-code table-code"
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
};
