import * as z from "zod/mini";
import { EmployerId, PlaceId, PostingId, VisitId } from "../domain/ids.ts";
import { LocalDate } from "../domain/seoul-time.ts";
import { CentreService } from "../domain/services.ts";
import { InterviewOutcome, SlotKind } from "../domain/states.ts";
import { DistrictCode, Zone } from "../domain/zones.ts";

/**
 * What other systems are told, as it leaves. It holds ids of what is public, codes and times, and pseudonyms: whatever is added here must name nobody
 * (`PRIVACY-SECURITY.md`; `test/api/webhooks.test.ts` holds every request of a whole day to these shapes).
 */

/** `2026-11-26T10:05:00+09:00` */
const seoulTime = z.iso.datetime({ offset: true, precision: 0 });
const pseudonym = (kind: "booking" | "visitor") => z.string().check(z.regex(new RegExp(`^${kind}_[\\w-]{22}$`)));

const shared = {
  sequence: z.int(),
  visit: z.strictObject({ visitId: VisitId, date: LocalDate, placeId: PlaceId, zone: Zone, districtCode: DistrictCode }),
};
const ofBooking = {
  booking: pseudonym("booking"),
  kind: SlotKind,
  employerId: z.nullable(EmployerId),
  postingId: z.nullable(PostingId),
  service: z.nullable(CentreService),
  startsAt: seoulTime,
  endsAt: seoulTime,
  ...shared,
};
const ofVisitor = { visitor: pseudonym("visitor"), registered: z.boolean(), ...shared };

const told = <const Type extends string, Data extends z.ZodMiniType>(type: Type, data: Data) =>
  z.strictObject({ type: z.literal(type), timestamp: seoulTime, timeZone: z.literal("Asia/Seoul"), data });

export const feedPayloads = {
  "booking.made": told("booking.made", z.strictObject(ofBooking)),
  "booking.moved": told("booking.moved", z.strictObject(ofBooking)),
  "booking.cancelled": told("booking.cancelled", z.strictObject({ ...ofBooking, by: z.enum(["person", "centre"]) })),
  "arrival.made": told("arrival.made", z.strictObject(ofVisitor)),
  "arrival.undone": told("arrival.undone", z.strictObject(ofVisitor)),
  "result.noted": told(
    "result.noted",
    z.strictObject({ booking: pseudonym("booking"), result: z.enum([...InterviewOutcome.options, "no_show", "placed"]), ...shared }),
  ),
  "result.undone": told("result.undone", z.strictObject({ booking: pseudonym("booking"), result: z.literal("placed"), ...shared })),
  "feed.trial": told("feed.trial", z.strictObject({})),
};
