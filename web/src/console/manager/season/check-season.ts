import type { seasonWords } from "../../../../../shared/copy/pages-manager-season.ts";
import { holidayYears } from "../../../../../shared/domain/holidays.ts";
import { refusalOf, type SeasonRefusal } from "../../../../../shared/domain/season-plan.ts";
import type { FieldError } from "../../../platform/api.ts";
import type { SeasonForm } from "./read-season.ts";

type Words = (typeof seasonWords)["ko"];

const placeOf: Record<SeasonRefusal, string> = {
  ...{ "end-before-start": "/to", "season-too-long": "/to", "year-unknown": "/to" },
  ...{ "no-weekday": "/weekdays", "no-zone": "/rotation", "hours-in-reverse": "/endTime" },
};

/** What is wrong with the rules, by field, in the reader's words; first what is missing, since a rule about nothing says nothing. */
export const checkSeason = ({ rules, common }: SeasonForm, words: Words, required: string): FieldError[] => {
  const missing = [
    ...(["from", "to", "startTime", "endTime", "examStartTime"] as const).filter((name) => !rules[name]).map((name) => `/${name}`),
    ...(common.team.length === 0 ? ["/team/0"] : []),
    ...rules.closings.flatMap(({ why }, i) => (why ? [] : [`/closings/${i}/why`])),
    ...common.desks.flatMap(({ label }, i) => (label.trim() ? [] : [`/desks/${i}/label`])),
  ].map((pointer) => ({ pointer, detail: required }));
  if (missing.length > 0) return missing;
  const reversed = rules.closings.flatMap(({ from, to }, i) =>
    to < from ? [{ pointer: `/closings/${i}/to`, detail: words.refusals["end-before-start"] }] : [],
  );
  if (reversed.length > 0) return reversed;
  const refusal = refusalOf(rules);
  if (!refusal) return [];
  const detail = refusal === "year-unknown" ? words.yearUnknown(holidayYears.join(", ")) : words.refusals[refusal];
  return [{ pointer: placeOf[refusal], detail }];
};
