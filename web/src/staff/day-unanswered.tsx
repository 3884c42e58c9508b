import { useEffect, useState } from "preact/hooks";
import { staffWords } from "../../../shared/copy/pages-staff.ts";
import { staffDayWords } from "../../../shared/copy/pages-staff-day.ts";
import { uiWords } from "../../../shared/copy/ui.ts";
import type { VisitId } from "../../../shared/domain/ids.ts";
import type { ClientProblem } from "../platform/api.ts";
import { inLocale } from "../platform/locale.ts";
import { hasMoved } from "../platform/router.ts";
import { hoursText } from "../platform/times.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { Failed, Loading } from "../ui/states.tsx";
import { DayCounts, QueueLinks } from "./day-head.tsx";
import type { VisitHead } from "./offline/bus.ts";
import { busOf } from "./offline/bus-of.ts";
import { outboxChanged } from "./offline/outbox-status.ts";

type Props = { visitId: VisitId; problem: ClientProblem | undefined; back: { href: string; label: string }; onRetry: () => void };

/** Before the server has answered, and without a network: what this device knows of the day, and what works without one. */
export const DayUnanswered = ({ visitId, problem, back, onRetry }: Props) => {
  const words = useWords(staffWords);
  const dayWords = useWords(staffDayWords);
  const { tryAgain } = useWords(uiWords);
  const locale = useLocale();
  const [head, setHead] = useState<VisitHead>();
  const isUnreachable = problem?.code === "unreachable";
  useEffect(() => {
    if (!isUnreachable) return;
    const look = () => void busOf().then(async (bus) => setHead(await bus?.findHead(visitId)));
    look();
    addEventListener(outboxChanged, look);
    return () => removeEventListener(outboxChanged, look);
  }, [isUnreachable, visitId]);
  if (!isUnreachable || !head)
    return (
      <Page title={words.dayTitle} back={back} focus={hasMoved()}>
        {problem ? <Failed problem={problem} onRetry={onRetry} /> : <Loading />}
        {problem && <QueueLinks visitId={visitId} />}
      </Page>
    );
  const name = inLocale(locale, head.place.nameKo, head.place.nameEn);
  return (
    <Page title={name.text} lead={hoursText(head.visit, locale)} back={back} focus={hasMoved()}>
      <ButtonLink kind="main" href={`/staff/visits/${visitId}/scan`}>
        {words.scanHere}
      </ButtonLink>
      <QueueLinks visitId={visitId} />
      <DayCounts {...head} />
      <div class="stack stack-tight">
        <p>{dayWords.dayOffline}</p>
        <div>
          <Button onClick={onRetry}>{tryAgain}</Button>
        </div>
      </div>
    </Page>
  );
};
