import { useCallback } from "preact/hooks";
import { staffReconcileWords } from "../../../../shared/copy/pages-staff-reconcile.ts";
import { call } from "../../platform/api.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { waitingIn } from "./waiting.ts";

/** How often it is asked whether something waits, seconds: it takes the events of the whole visit. */
const askEverySeconds = 60;

/** The way to what devices disagree about, with how much of it waits. */
export const ReconcileLink = ({ visitId }: { visitId: string }) => {
  const words = useWords(staffReconcileWords);
  const ask = useCallback(
    () => call("GET /api/staff/visits/{visitId}/reconciliation", { params: { visitId } }, { quiet: true }),
    [visitId],
  );
  const [loaded, reload] = useLoaded(ask);
  useFresh(reload, askEverySeconds);
  const count = loaded.state === "loaded" ? waitingIn(loaded.value) : 0;
  return (
    <ButtonLink kind={count > 0 ? "danger" : "plain"} href={`/staff/visits/${visitId}/reconcile`}>
      {words.link(count)}
    </ButtonLink>
  );
};
