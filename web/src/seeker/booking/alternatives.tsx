import type { PublicVisitDetail } from "../../../../shared/contract/public.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import type { Alternative } from "../../../../shared/problem/catalogue.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { SubjectName } from "./subject-name.tsx";
import { subjectOf } from "./wanted.ts";

type Props = {
  alternatives: readonly Alternative[];
  detail: Pick<PublicVisitDetail, "employers">;
  hrefOf: (alternative: Alternative) => string;
};

/** The nearest times that can be had; each is one press. */
export const Alternatives = ({ alternatives, detail, hrefOf }: Props) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  return (
    <section class="card" aria-labelledby="others">
      <h2 id="others">{words.othersTitle}</h2>
      <ul class="stack" role="list">
        {alternatives.map((alternative) => {
          const subject = subjectOf(alternative, detail);
          return (
            <li key={alternative.slotId}>
              <a class="pick" href={hrefOf(alternative)}>
                <strong>{spanText(alternative, locale)}</strong>
                {subject && (
                  <span class="pick-name">
                    <SubjectName subject={subject} />
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
