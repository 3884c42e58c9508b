import type { OperationKey } from "../../shared/contract/api.ts";
import { bookSlot } from "./booking.ts";
import {
  aBooking,
  aDraft,
  anId,
  anOpenVisit,
  aPattern,
  aPlace,
  aPlan,
  aProfile,
  aRegistration,
  aSeeker,
  aVerifiedEmployer,
  type OpenVisit,
} from "./builders.ts";
import { anEventId } from "./tickets.ts";
import { aBrowser, type Browser, type Sent, type World } from "./world.ts";

/** Everybody who may knock at the API. */
export const callers = ["nobody", "seeker", "member", "other employer", "outreach", "desk", "counsellor", "manager"] as const;
export type Caller = (typeof callers)[number];

/** A visit with everybody and everything around it: a booking, an employer and a request that wait. */
export type Season = {
  visit: OpenVisit;
  bookingId: string;
  pendingEmployerId: string;
  pendingRequestId: string;
  browsers: Record<Caller, Browser>;
};

export const aSeason = async (world: World): Promise<Season> => {
  const visit = await anOpenVisit(world);
  const { visitId, employerId, postingId, employer: member, manager } = visit;
  const [seeker, otherEmployer, outreach, desk, counsellor] = await Promise.all([
    aSeeker(world, visitId),
    world.signIn(`${anId("hr").toLowerCase()}@garam.example.com`),
    ...(["outreach", "desk", "counsellor"] as const).map((role) => world.staff(`${anId(role).toLowerCase()}@center.example.com`, [role])),
  ]);
  if (!outreach || !desk || !counsellor) throw new Error("Staff did not sign in.");
  await aVerifiedEmployer(world, manager, otherEmployer);
  const [bookingId, pendingRequestId, pendingEmployerId] = [anId("bkg"), anId("srq"), anId("emp")];
  await bookSlot(world, visit, visit.slots[0] ?? "", seeker, bookingId);
  await world.get(
    "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}",
    {
      params: { employerId, slotRequestId: pendingRequestId },
      body: { visitId, postingId, pattern: aPattern({ from: "13:00", to: "14:00" }), interviewer: "윤다래" },
    },
    member,
  );
  await world.get("PUT /api/employers/{employerId}", { params: { employerId: pendingEmployerId }, body: aProfile() }, otherEmployer);
  await world.settle();
  return {
    visit,
    bookingId,
    pendingEmployerId,
    pendingRequestId,
    browsers: { nobody: aBrowser(), seeker, member, "other employer": otherEmployer, outreach, desk, counsellor, manager },
  };
};

const { placeId, ...place } = aPlace;

/** A request of each operation that would be answered well; one without does not compile. */
export const goodRequests: Record<OperationKey, (season: Season) => Sent> = {
  "GET /api/health": () => ({}),
  "GET /api/public/visits": () => ({ query: { from: "2026-11-01", zone: "dongbuk", district: "11230" } }),
  "GET /api/public/visits/{visitId}": onVisit,
  "POST /api/sign-in/challenges": () => ({ body: { mail: `${anId("person").toLowerCase()}@example.com`, locale: "ko" } }),
  "POST /api/sign-in/sessions": () => ({ body: { code: "000000" } }),
  "DELETE /api/sign-in/session": () => ({}),
  "GET /api/me": () => ({}),
  "GET /api/me/registrations": () => ({}),
  "PUT /api/me/visits/{visitId}/registration": (season) => ({ ...onVisit(season), body: aRegistration() }),
  "POST /api/me/visits/{visitId}/confirmation": onVisit,
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}": ({ visit }) => ({
    params: { visitId: visit.visitId, bookingId: anId("bkg") },
    body: aBooking(visit.slots[2] ?? ""),
  }),
  "DELETE /api/me/visits/{visitId}/bookings/{bookingId}": onBooking,
  "GET /api/me/visits/{visitId}/bookings/{bookingId}/calendar.ics": onBooking,
  "GET /api/me/visits/{visitId}/ticket": onVisit,
  "PUT /api/employers/{employerId}": (season) => ({ ...onEmployer(season), body: aProfile() }),
  "GET /api/employers/{employerId}": onEmployer,
  "GET /api/employers/{employerId}/postings": onEmployer,
  "PUT /api/employers/{employerId}/postings/{postingId}": ({ visit: { employerId, postingId } }) => ({
    params: { employerId, postingId },
    body: aDraft(),
  }),
  "GET /api/employers/{employerId}/slot-requests": onEmployer,
  "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}": ({ visit: { employerId, postingId, visitId } }) => ({
    params: { employerId, slotRequestId: anId("srq") },
    body: { visitId, postingId, pattern: aPattern({ from: "14:00", to: "15:00" }), interviewer: "윤다래" },
  }),
  "GET /api/staff/places": () => ({}),
  "PUT /api/staff/places/{placeId}": () => ({ params: { placeId }, body: place }),
  "GET /api/staff/members": () => ({}),
  "PUT /api/staff/members": () => ({ body: { mail: "new@center.example.com", name: "오서린", roles: ["desk"] } }),
  "GET /api/staff/visits": () => ({ query: { from: "2026-11-01" } }),
  "PUT /api/staff/visits/{visitId}": () => ({ params: { visitId: anId("vis") }, body: aPlan() }),
  "POST /api/staff/visits/{visitId}/opening": onVisit,
  "GET /api/staff/visits/{visitId}/day": onVisit,
  "GET /api/staff/visits/{visitId}/slots": onVisit,
  "POST /api/staff/visits/{visitId}/check-ins": (season) => ({
    ...onVisit(season),
    body: { eventId: anEventId(), deviceId: "phone-at-desk-1", at: "2026-11-23T01:00:00.000Z", read: { by: "code", code: "7K3M9QXA" } },
  }),
  "GET /api/staff/approvals": () => ({}),
  "POST /api/staff/employers/{employerId}/decision": ({ pendingEmployerId }) => ({
    params: { employerId: pendingEmployerId },
    body: { decision: "approve" },
  }),
  "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision": ({ visit: { employerId }, pendingRequestId }) => ({
    params: { employerId, slotRequestId: pendingRequestId },
    body: { decision: "approve", deskId: "d2" },
  }),
};

function onVisit({ visit: { visitId } }: Season): Sent {
  return { params: { visitId } };
}

function onBooking({ visit: { visitId }, bookingId }: Season): Sent {
  return { params: { visitId, bookingId } };
}

function onEmployer({ visit: { employerId } }: Season): Sent {
  return { params: { employerId } };
}
