import type { SlotRequestView } from "../../../../shared/contract/employers.ts";
import type { ApplicantWords } from "../../../../shared/copy/pages-employer-applicants.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import type { Slot } from "../../../../shared/domain/slot.ts";
import type { ClientProblem } from "../../platform/api.ts";

/** Times that somebody can be accepted into: screened, standing, not begun, with a seat; by start. */
export const freeTimes = (views: readonly SlotRequestView[], now: Instant): Slot[] =>
  views
    .flatMap(({ slots }) => slots)
    .filter((slot) => slot.mode === "screened" && slot.state === "open" && slot.startsAt > now && slot.taken < slot.seats)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.deskId.localeCompare(b.deskId));

/** What an employer does about a refused time: the API's own words speak to the person who has the bookings. Undefined: those words will do. */
export const timeRefusedWords = (problem: ClientProblem, words: ApplicantWords): string | undefined => {
  switch (problem.code) {
    case "slot-full":
      return words.full;
    case "times-overlap":
      return words.overlap;
    case "slot-withdrawn":
    case "already-started":
      return words.gone;
    case "interview-limit":
      return words.limit;
    default:
      return undefined;
  }
};

/** Another time may do where this one was refused; the limit holds for all of them. */
export const isAboutTime = ({ code }: ClientProblem): boolean =>
  code === "slot-full" || code === "times-overlap" || code === "slot-withdrawn" || code === "already-started";

/** Somebody else decided it, or the person withdrew: what is on the screen is no longer true. */
export const isOver = ({ code }: ClientProblem): boolean => code === "already-decided" || code === "application-withdrawn";
