import type { VisitDay } from "../../../shared/contract/staff.ts";
import { staffWords } from "../../../shared/copy/pages-staff.ts";
import { staffFindWords } from "../../../shared/copy/pages-staff-find.ts";
import { staffNotesWords } from "../../../shared/copy/pages-staff-notes.ts";
import { staffQueueWords } from "../../../shared/copy/pages-staff-queue.ts";
import { useSession } from "../platform/session.ts";
import { useWords } from "../platform/use-locale.ts";
import { ButtonLink } from "../ui/button.tsx";
import { rightsAt } from "./rights-at.ts";

/** How many are here, in the words in which every page of the desk counts. */
export const DayCounts = ({ arrived, walkIns, registered }: Pick<VisitDay, "arrived" | "walkIns" | "registered">) => {
  const words = useWords(staffWords);
  return (
    <dl class="counts">
      <Count name={words.arrived} value={words.people(arrived)} main />
      <Count name={words.walkIns} value={words.people(walkIns)} main />
      <Count name={words.registered} value={words.people(registered)} />
    </dl>
  );
};

const Count = ({ name, value, main = false }: { name: string; value: string; main?: boolean }) => (
  <div class={main ? "count count-main" : "count"}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

/** What works without a network too. */
export const QueueLinks = ({ visitId }: { visitId: string }) => {
  const words = useWords(staffQueueWords);
  const { title } = useWords(staffFindWords);
  const notes = useWords(staffNotesWords);
  const { me } = useSession();
  return (
    <div class="row visit-actions">
      <ButtonLink href={`/staff/visits/${visitId}/find`}>{title}</ButtonLink>
      <ButtonLink href={`/staff/visits/${visitId}/walk-in`}>{words.walkInTitle}</ButtonLink>
      <ButtonLink href={`/staff/visits/${visitId}/desk-board`}>{words.boardTitle}</ButtonLink>
      {rightsAt(me, visitId).counsels && <ButtonLink href={`/staff/visits/${visitId}/notes`}>{notes.title}</ButtonLink>}
    </div>
  );
};
