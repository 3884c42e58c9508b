import type { Incident } from "../../../../../shared/contract/incidents.ts";
import { incidentWords } from "../../../../../shared/copy/pages-manager-incidents.ts";
import { minutesBetween } from "../../../../../shared/domain/seoul-time.ts";
import { instantNow } from "../../../platform/clock.ts";
import { momentText } from "../../../platform/times.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Tag } from "../../../ui/card.tsx";

/** How far an incident is: closed, reported, and how long there is to tell people. */
export const IncidentClock = ({ incident: { tellBy, reported, closed } }: { incident: Incident }) => {
  const words = useWords(incidentWords);
  const locale = useLocale();
  const hours = Math.floor(minutesBetween(instantNow(), tellBy) / 60);
  return (
    <span class="row row-tight">
      {closed ? (
        <Tag tone="good">{words.isClosed}</Tag>
      ) : (
        <Tag tone="sign">{hours >= 0 ? words.hoursLeft(hours) : words.hoursOver(-hours - 1)}</Tag>
      )}
      {reported && <Tag tone={reported.was ? "main" : "plain"}>{reported.was ? words.isReported : words.isNotReported}</Tag>}
      {!closed && <span class="soft">{words.until(momentText(tellBy, locale))}</span>}
    </span>
  );
};
