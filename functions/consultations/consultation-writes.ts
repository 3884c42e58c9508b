import type { Consultation } from "../../shared/domain/consultation.ts";
import { consultationKey, consultationsIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { ConsultationItem, StoredConsultation } from "./consultation-reads.ts";

/** The note of a talk, once. */
export const addConsultation = (written: StoredConsultation): Write => ({
  Put: {
    Item: {
      ...consultationKey(written.personId, written.consultationId),
      ...consultationsIndex(written.visitId, written.heldAt, written.consultationId),
      ...{ type: "consultation", version: 1, ...written },
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** A note that is about somebody else; refused when it has changed since it was read. */
export const dropConsultation = ({ personId, consultationId, version }: ConsultationItem): Write => ({
  Delete: {
    Key: consultationKey(personId, consultationId),
    ConditionExpression: "version = :seen",
    ExpressionAttributeValues: { ":seen": version },
  },
});

/** A note corrected by who wrote it; refused when it has changed since it was read. */
export const correctConsultation = (item: ConsultationItem, { kind, channel, outcomes, note, heldAt }: Consultation): Write =>
  upsert(
    consultationKey(item.personId, item.consultationId),
    "consultation",
    { kind, channel, outcomes, note, heldAt, ...consultationsIndex(item.visitId, heldAt, item.consultationId) },
    { expression: "version = :seen", values: { ":seen": item.version } },
  );
