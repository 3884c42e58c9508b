import type { MyWait } from "../../../../shared/contract/waitlist.ts";
import type { Application, ApplicationSummary } from "../../../../shared/domain/application.ts";
import type { Booking } from "../../../../shared/domain/booking.ts";
import { currentConsentVersion } from "../../../../shared/domain/consents.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { call, type Refused } from "../../platform/api.ts";
import { attemptFor, endAttempt } from "./attempt.ts";
import { sendUntilAnswered, waitSeconds } from "./send-until-answered.ts";
import type { WantedApplication, WantedTime, WantedWait } from "./wanted.ts";

/** What came of it. */
export type Made =
  | { does: "book"; booking: Booking; wanted: WantedTime }
  | { does: "wait"; wait: MyWait; wanted: WantedWait }
  | { does: "apply"; application: Application; wanted: WantedApplication };
export type Confirmed = WantedTime | WantedWait | (WantedApplication & { summary: ApplicationSummary });

const consentVersion = currentConsentVersion.to_employer;

/** What an attempt is about: the same wish sent again is the same request. */
function aboutOf(wanted: WantedTime | WantedWait | WantedApplication): ["bkg" | "wai" | "apl", string] {
  const list = wanted.subject.kind === "job" ? wanted.subject.posting.postingId : wanted.subject.service;
  switch (wanted.does) {
    case "book":
      return ["bkg", wanted.slot.slotId];
    case "wait":
      return ["wai", wanted.slot?.slotId ?? list];
    case "apply":
      return ["apl", list];
  }
}

/**
 * Sends what was confirmed until there is an answer, under the id that this tab minted for it. Without an answer it may have been made all the same:
 * the next press is the same request.
 */
export async function sendWanted(visitId: VisitId, wanted: Confirmed, onRetry: () => void): Promise<{ ok: true; value: Made } | Refused> {
  const [making, about] = aboutOf(wanted);
  const id = attemptFor(making, about);
  const answer = await sendUntilAnswered(() => sendOnce(visitId, id, wanted), { wait: waitSeconds, onRetry });
  if (answer.ok || (answer.problem.code !== "unreachable" && answer.problem.code !== "busy")) endAttempt(making, about);
  return answer;
}

async function sendOnce(visitId: VisitId, id: string, wanted: Confirmed): Promise<{ ok: true; value: Made } | Refused> {
  const consent = wanted.subject.kind === "job" ? { consentVersion } : {};
  switch (wanted.does) {
    case "book": {
      const answer = await call("PUT /api/me/visits/{visitId}/bookings/{bookingId}", {
        params: { visitId, bookingId: id },
        body: { slotId: wanted.slot.slotId, ...consent },
      });
      return answer.ok ? { ok: true, value: { does: "book", booking: answer.value, wanted } } : answer;
    }
    case "wait": {
      const { slot, subject } = wanted;
      const answer = await call("PUT /api/me/visits/{visitId}/waits/{waitId}", {
        params: { visitId, waitId: id },
        body: {
          waitFor: slot
            ? { for: "slot", slotId: slot.slotId }
            : subject.kind === "job"
              ? { for: "posting", postingId: subject.posting.postingId }
              : { for: "service", service: subject.service },
          ...consent,
        },
      });
      return answer.ok ? { ok: true, value: { does: "wait", wait: answer.value, wanted } } : answer;
    }
    case "apply": {
      const { subject, summary } = wanted;
      const answer = await call("PUT /api/me/visits/{visitId}/applications/{applicationId}", {
        params: { visitId, applicationId: id },
        body: { postingId: subject.posting.postingId, summary, consentVersion },
      });
      return answer.ok ? { ok: true, value: { does: "apply", application: answer.value, wanted } } : answer;
    }
  }
}
