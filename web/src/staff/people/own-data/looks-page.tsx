import { useCallback } from "preact/hooks";
import { staffOwnDataWords } from "../../../../../shared/copy/pages-staff-own-data.ts";
import { call } from "../../../platform/api.ts";
import { hasMoved } from "../../../platform/router.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { AccessList } from "../../../ui/my-data/access-list.tsx";
import { Page } from "../../../ui/page.tsx";

/** Who saw the data of somebody whom no mail reaches, as they would read it themselves. Not renewed by itself: the look is logged, too. */
export const LooksPage = ({ visitId, registrationId }: { visitId: string; registrationId: string }) => {
  const words = useWords(staffOwnDataWords);
  const ask = useCallback(
    (query: { before?: string }) =>
      call("GET /api/staff/visits/{visitId}/people/{registrationId}/access-log", { params: { visitId, registrationId }, query }),
    [visitId, registrationId],
  );
  const back = { href: `/staff/visits/${visitId}/people/${registrationId}/data`, label: words.title };
  return (
    <Page title={words.looksTitle} lead={words.looksLead} back={back} narrow focus={hasMoved()}>
      <AccessList ask={ask} />
    </Page>
  );
};
