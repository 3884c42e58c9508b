import { useCallback } from "preact/hooks";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { type TicketCode, ticketCodeText } from "../../../../shared/domain/ticket-token.ts";
import { call } from "../../platform/api.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Notice } from "../../ui/notice.tsx";
import { Failed, Loading } from "../../ui/states.tsx";

/** The code to check in by, for somebody to whom no QR code can be mailed: to be read to them, or written down. */
export const SpokenCode = ({ visitId, registrationId }: { visitId: string; registrationId: string }) => {
  const words = useWords(staffDayWords);
  const ask = useCallback(
    () => call("GET /api/staff/visits/{visitId}/people/{registrationId}/ticket", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  if (loaded.state === "loading") return <Loading />;
  if (loaded.state === "failed") return <Failed problem={loaded.problem} onRetry={reload} />;
  return (
    <Notice title={words.renewCode(ticketCodeText(loaded.value.code as TicketCode))}>
      <p>{words.spokenCode}</p>
    </Notice>
  );
};
