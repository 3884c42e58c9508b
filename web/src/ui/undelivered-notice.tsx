import { undeliveredWords } from "../../../shared/copy/undelivered-notice.ts";
import { useWords } from "../platform/use-locale.ts";
import { ButtonLink } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** Leads to the mails that may not have arrived, while there are any. */
export const UndeliveredNotice = ({ count }: { count: number }) => {
  const words = useWords(undeliveredWords);
  if (count === 0) return null;
  return (
    <Notice tone="warn" title={words.toList(count)}>
      <p>{words.waiting}</p>
      <ButtonLink href="/staff/mails">{words.look}</ButtonLink>
    </Notice>
  );
};
