import { useState } from "preact/hooks";
import { proveAddressWords } from "../../../../shared/copy/pages-seeker/prove-address.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { numberIn, useForm } from "../../ui/use-form.ts";

type Props = { onSettled: () => Promise<void> };

/** The year of birth, asked of whoever signs in with an address that staff wrote down; where it is wrong for the last time they go on as somebody without registrations. */
export const ProveAddress = ({ onSettled }: Props) => {
  const words = useWords(proveAddressWords);
  const [refusal, setRefusal] = useState<ClientProblem>();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ birthYear: numberIn(data, "/birthYear") }),
    send: (body) => call("POST /api/me/address-proof", { body }),
    onDone: onSettled,
    onRefused: (problem) => {
      if (problem.code !== "address-refused") return false;
      setRefusal(problem);
      return true;
    },
  });
  if (refusal)
    return (
      <div class="card stack">
        <Notice tone="warn" title={refusal.title} focus live>
          <p>{refusal.detail}</p>
        </Notice>
        <Button onClick={onSettled}>{words.next}</Button>
      </div>
    );
  return (
    <form class="card stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <p>{words.lead}</p>
      <TextField
        pointer="/birthYear"
        class="input-code"
        inputMode="numeric"
        autoComplete="bday-year"
        maxLength={4}
        label={words.year}
        hint={words.yearHint}
        error={errorAt("/birthYear")}
      />
      <Button type="submit" kind="main" wide busy={busy}>
        {words.send}
      </Button>
      <p class="soft">{words.stranger}</p>
    </form>
  );
};

/** The question as a page of its own, in place of one that shows what is theirs. */
export const ProveAddressPage = ({ onSettled }: Props) => (
  <Page title={useWords(proveAddressWords).title} narrow>
    <ProveAddress onSettled={onSettled} />
  </Page>
);
