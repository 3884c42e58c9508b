import { deskLabelIn } from "../../../shared/copy/desk-label.ts";
import { useLocale } from "../platform/use-locale.ts";

/** The name of a desk in the reader's language, or marked as Korean. */
export const DeskLabel = ({ label }: { label: string }) => {
  const { text, lang } = deskLabelIn(useLocale(), label);
  return <span lang={lang}>{text}</span>;
};
