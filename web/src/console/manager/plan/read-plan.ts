import { textIn } from "../../../ui/use-form.ts";

/** What changes, as its fields say it: only those of the kind that was chosen. */
const readChange = (data: FormData) => {
  const kind = textIn(data, "/change/kind");
  const text = (name: string) => textIn(data, `/change/${name}`);
  switch (kind) {
    case "move-visit":
      return { kind, date: text("date"), startTime: text("startTime"), endTime: text("endTime"), placeId: text("placeId") };
    case "shift-desk":
      return { kind, deskId: text("deskId"), minutes: Number(text("minutes")) };
    case "release-desk":
      return { kind, deskId: text("deskId") };
    case "reassign-desk":
      return { kind, deskId: text("deskId"), toDeskId: text("toDeskId") };
    default:
      return { kind };
  }
};

/** A plan as its form says it. Choices are made later, person by person. */
export const readPlan = (data: FormData) => ({ change: readChange(data), reason: textIn(data, "/reason"), choices: [] });
