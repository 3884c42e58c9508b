import type { BookingId, EmployerId, PersonId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { Need, SupportGroup } from "../../shared/domain/support.ts";
import type { ItemType } from "../../shared/wiring.ts";
import type { ItemConsent } from "../consents/consent-writes.ts";
import type { Ids } from "../platform/ids.ts";
import { type Key, needsKey, needsShareKey, supportGroupsKey } from "../platform/keys.ts";
import { sealText } from "../platform/seal-text.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import { placeOf, type SupportKeys, sealedNow } from "./support-reads.ts";

type Sealing = { keys: SupportKeys; ids: Pick<Ids, "bytes"> };

const put = (
  { keys, ids }: Sealing,
  at: Key,
  type: ItemType,
  codes: readonly string[],
  about: ItemConsent & { personId: PersonId; visitId?: VisitId; bookingId?: BookingId; employerId?: EmployerId },
): Write => upsert(at, type, { ...about, sealed: `${sealedNow}${sealText(keys.now, ids, placeOf(at), JSON.stringify(codes))}` });

/** What somebody needs, as last answered, with what they agreed to for it: neither is there without the other. */
export const putNeeds = (sealing: Sealing, personId: PersonId, needs: readonly Need[], consent: ItemConsent): Write =>
  put(sealing, needsKey(personId), "support-needs", needs, { ...consent, personId });

export const putGroups = (sealing: Sealing, personId: PersonId, groups: readonly SupportGroup[], consent: ItemConsent): Write =>
  put(sealing, supportGroupsKey(personId), "support-groups", groups, { ...consent, personId });

/** The employer of one interview may know these. */
export const putShare = (
  sealing: Sealing,
  about: { personId: PersonId; visitId: VisitId; bookingId: BookingId; employerId: EmployerId },
  needs: readonly Need[],
  consent: ItemConsent,
): Write => put(sealing, needsShareKey(about.personId, about.visitId, about.bookingId), "support-share", needs, { ...consent, ...about });

/** Deletes an answer or a share; with `before`, refused where it was given later than that. */
export const drop = (key: Key, before?: Instant): Write => ({
  Delete: {
    Key: key,
    ...(before && {
      ConditionExpression: "attribute_not_exists(pk) OR givenAt < :before",
      ExpressionAttributeValues: { ":before": before },
    }),
  },
});
