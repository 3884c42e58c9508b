import { useState } from "preact/hooks";
import { seasonWords } from "../../../../../shared/copy/pages-manager-season.ts";
import { doubtsOf, stopsPublishing } from "../../../../../shared/domain/season-draft.ts";
import { type PlanPlace, startOn, type TakenDay } from "../../../../../shared/domain/season-plan.ts";
import { dateText } from "../../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../../platform/api.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import type { KeptSeason } from "./draft-keeper.ts";

type Props = {
  season: KeptSeason;
  places: readonly PlanPlace[];
  taken: readonly TakenDay[];
  onChange: (season: KeptSeason) => void;
  onStored: () => void;
};
type Stop = { problem: ClientProblem; at: string };

/**
 * Stores the proposals one by one through the use case that plans any visit. Each has its id already: sent twice it is one visit, and whoever stops on the way goes on
 * with the rest.
 */
export const Publishing = ({ season, places, taken, onChange, onStored }: Props) => {
  const words = useWords(seasonWords);
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [stop, setStop] = useState<Stop>();
  const { rules, common, visits, stored } = season;
  const rest = visits.filter(({ visitId }) => !stored.includes(visitId));
  const toMend = rest.filter((visit) => doubtsOf(visit, season, places, taken).some(stopsPublishing)).length;
  const isDone = visits.length > 0 && rest.length === 0;

  const publish = async () => {
    setBusy(true);
    setStop(undefined);
    let now = season;
    for (const { visitId, date, placeId } of rest) {
      const body = { date, placeId, startTime: startOn(date, rules), endTime: rules.endTime, bus: rules.bus, ...common };
      const answer = await call("PUT /api/staff/visits/{visitId}", { params: { visitId }, body });
      // Opened by somebody in the meantime: it is stored, and no longer ours to change.
      if (!answer.ok && answer.problem.code !== "visit-already-open") {
        setStop({ problem: answer.problem, at: dateText(date, locale) });
        break;
      }
      now = { ...now, stored: [...now.stored, visitId] };
      onChange(now);
    }
    setBusy(false);
    onStored();
  };

  return (
    <section class="card stack">
      <h2>{words.publishTitle}</h2>
      <p role="status">
        {isDone
          ? words.published(visits.length)
          : stored.length > 0
            ? words.publishing(stored.length, visits.length)
            : words.proposed(visits.length, season.none.length)}
      </p>
      {stop && (
        <Notice tone="bad" title={`${stop.at}: ${stop.problem.title}`} live>
          <p>{stop.problem.detail}</p>
          <p>{words.publishStopped}</p>
        </Notice>
      )}
      {toMend > 0 && (
        <Notice tone="warn">
          <p>{words.mendFirst(toMend)}</p>
        </Notice>
      )}
      {rest.length > 0 && (
        <div>
          <Button kind="main" busy={busy} held={toMend > 0} onClick={publish}>
            {stored.length > 0 ? words.publishAgain(rest.length) : words.publish(rest.length)}
          </Button>
        </div>
      )}
    </section>
  );
};
