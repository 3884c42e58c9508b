import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { type Instant, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { Item } from "../platform/db.ts";
import { noticeKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

export type NoticeKind = "reminder" | "day-of-ticket" | "no-show-care";
/** A mail that is due for a registration at a set time. Timed tasks put it; the table's stream sends it. */
export type NoticeItem = Item & { kind: NoticeKind; visitId: VisitId; registrationId: RegistrationId; dueAt: Instant };

/** One notice of a kind and day per registration, since a visit may be moved to another day; refused when it is there already. */
export const addNotice = (kind: NoticeKind, visitId: VisitId, registrationId: RegistrationId, dueAt: Instant): Write => ({
  Put: {
    Item: {
      ...noticeKey(visitId, registrationId, `${kind}#${seoulDateOf(dueAt)}`),
      type: "notice",
      version: 1,
      kind,
      visitId,
      registrationId,
      dueAt,
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});
