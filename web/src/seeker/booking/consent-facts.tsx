import type { ComponentChildren } from "preact";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import type { ConsentText } from "../../../../shared/domain/consents.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Facts } from "../../ui/card.tsx";

type Props = {
  text: ConsentText;
  /** Who is given it, if it is given to anybody. */
  to?: ComponentChildren;
  /** What the items are called: what is taken of somebody, or what is given on. */
  items: "items" | "itemsGiven";
};

/** What a consent or notice says, in full and in its order. */
export const ConsentFacts = ({ text, to, items }: Props) => {
  const words = useWords(bookingWords);
  return (
    <Facts
      long
      rows={[
        ...(to ? ([[words.recipient, to]] as const) : []),
        [words.purpose, text.purpose],
        [words[items], text.items],
        [words.kept, text.kept],
        [words.refusal, text.refusal],
      ]}
    />
  );
};
