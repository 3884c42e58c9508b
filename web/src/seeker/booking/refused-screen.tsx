import type { PublicPosting, PublicVisitDetail } from "../../../../shared/contract/public.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { inLocale, pathIn } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { freeSlots } from "../visit/free-times.ts";
import { Times } from "../visit/times.tsx";

/** Refusals after which another time helps. */
const otherTimeHelps = new Set<string>(["slot-full", "slot-withdrawn", "times-overlap"]);

type Props = {
  problem: Pick<ClientProblem, "code" | "title" | "detail">;
  visit: PublicVisitDetail["visit"];
  /** The posting as it stands now. */
  posting: PublicPosting | undefined;
};

/** Why it could not be booked, and what can be done instead. */
export const RefusedScreen = ({ problem, visit, posting }: Props) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  const title = posting && inLocale(locale, posting.draft.titleKo, posting.draft.titleEn);
  const offersTimes = otherTimeHelps.has(problem.code) && posting !== undefined;
  return (
    <>
      <Notice tone="warn" title={problem.title} focus live>
        <p>{problem.detail}</p>
      </Notice>
      {offersTimes && (
        <section class="card" aria-labelledby="others">
          <h2 id="others">{words.othersTitle}</h2>
          {freeSlots(posting.slots, instantNow()).length > 0 ? (
            <>
              <h3 lang={title?.lang}>{title?.text}</h3>
              <Times slots={posting.slots} title={title?.text ?? ""} />
            </>
          ) : (
            <p>{words.noOthers}</p>
          )}
        </section>
      )}
      <div class="stack">
        {problem.code === "consent-outdated" && (
          <Button kind="main" wide onClick={() => location.reload()}>
            {words.reload}
          </Button>
        )}
        {problem.code === "interview-limit" && (
          <ButtonLink kind="main" wide href={pathIn(locale, "/my")}>
            {words.toMine}
          </ButtonLink>
        )}
        <ButtonLink wide href={pathIn(locale, `/visits/${visit.visitId}`)}>
          {words.toVisit}
        </ButtonLink>
      </div>
    </>
  );
};
