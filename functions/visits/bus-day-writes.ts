import type { VisitId } from "../../shared/domain/ids.ts";
import type { Visit } from "../../shared/domain/visit.ts";
import { busDayKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";

type BusDay = Pick<Visit, "bus" | "date" | "state">;

const takenLabel = "bus day taken";
const ownOnly = (visitId: VisitId) => ({ expression: "attribute_not_exists(pk) OR visitId = :own", values: { ":own": visitId } });

const holdsDay = (visit: BusDay | undefined): visit is BusDay & { bus: number } => visit?.bus !== undefined && visit.state !== "cancelled";

/**
 * A bus goes to one visit a day. The day is taken and given back in the transaction by which a visit is planned, changed, moved or cancelled; refused while another
 * visit has it. A visit that names no bus keeps no day.
 */
export const moveBusDay = (visitId: VisitId, before: BusDay | undefined, after: BusDay): Record<string, Write> => {
  const isSame = holdsDay(before) && holdsDay(after) && before.bus === after.bus && before.date === after.date;
  const { expression, values } = ownOnly(visitId);
  return {
    ...(holdsDay(after) && {
      [takenLabel]: upsert(busDayKey(after.bus, after.date), "bus-day", { visitId }, ownOnly(visitId)),
    }),
    ...(holdsDay(before) &&
      !isSame && {
        "bus day given back": {
          Delete: {
            Key: busDayKey(before.bus, before.date),
            ConditionExpression: expression,
            ExpressionAttributeValues: values,
          },
        },
      }),
  };
};

/** Whether a transaction was refused because another visit has the bus that day. */
export const isBusElsewhere = (refused: readonly string[]): boolean => refused.includes(takenLabel);
