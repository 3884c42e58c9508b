import type { bookingOperations } from "../../shared/contract/bookings.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { confirmAttendance } from "../registrations/confirm-attendance.ts";
import { correctDetails } from "../registrations/correct-details.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { registerForVisit } from "../registrations/register-for-visit.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import { findAgenda } from "../registrations/registration-reads.ts";
import { withdrawRegistration } from "../registrations/withdraw-registration.ts";
import { askForRenewal } from "../tickets/renew-ticket.ts";
import { showTicket } from "../tickets/show-ticket.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { bookSlot } from "./book-slot.ts";
import { bookingCalendar } from "./booking-calendar.ts";
import { cancelBooking } from "./cancel-booking.ts";
import { moveBooking } from "./move-booking.ts";
import { findMyRegistration, listMyRegistrations } from "./my-registrations.ts";
import type { ForWhom } from "./on-behalf.ts";

export type BookingSettings = { origin: string; from: string; ticketSealKey: Uint8Array };

const mine = (visitId: VisitId, { personId }: Pick<SignedIn, "personId">): ForWhom => ({
  registrationId: registrationIdOf(visitId, personId),
});

export const bookingRoutes = (deps: LedgerDeps, { origin, from, ticketSealKey }: BookingSettings): Handlers<typeof bookingOperations> => ({
  "GET /api/me/registrations": async ({ actor }) => reply(200, { registrations: await listMyRegistrations(deps, actor.personId) }),
  "PUT /api/me/visits/{visitId}/registration": async ({ params, body, actor }) => {
    const registered = await registerForVisit(deps, { visitId: params.visitId, form: body, actor });
    if (!registered.ok) return registered;
    const found = await findMyRegistration(deps, actor.personId, params.visitId);
    return found ? reply(registered.value.isNew ? 201 : 200, found) : refuse("not-found");
  },
  "POST /api/me/visits/{visitId}/registration/withdrawal": async ({ params: { visitId }, body, actor }) => {
    const withdrawn = await withdrawRegistration(deps, { visitId, ...mine(visitId, actor), ...body });
    if (!withdrawn.ok) return withdrawn;
    const found = await findMyRegistration(deps, actor.personId, visitId);
    return found ? reply(200, found) : refuse("not-found");
  },
  "PUT /api/me/visits/{visitId}/registration/details": async ({ params: { visitId }, body, actor }) => {
    const corrected = await correctDetails(deps, { visitId, ...mine(visitId, actor), details: body });
    if (!corrected.ok) return corrected;
    const found = await findMyRegistration(deps, actor.personId, visitId);
    return found ? reply(200, found) : refuse("not-found");
  },
  "POST /api/me/visits/{visitId}/confirmation": async ({ params, actor }) => {
    const confirmed = await confirmAttendance(deps, { ...params, ...mine(params.visitId, actor) });
    if (!confirmed.ok) return confirmed;
    const found = await findMyRegistration(deps, actor.personId, params.visitId);
    return found ? reply(200, found) : refuse("not-found");
  },
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}": async ({ params, body, actor, locale }) => {
    const booked = await bookSlot(deps, { ...params, ...body, locale }, mine(params.visitId, actor));
    if (booked.ok) return reply(booked.value.isNew ? 201 : 200, booked.value.booking);
    deps.log.info("booking.refused", { visitId: params.visitId, code: booked.reason });
    return booked;
  },
  "PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot": async ({ params, body, actor, locale }) => {
    const moved = await moveBooking(deps, { ...params, ...body, locale }, mine(params.visitId, actor));
    return moved.ok ? reply(200, moved.value) : moved;
  },
  "DELETE /api/me/visits/{visitId}/bookings/{bookingId}": async ({ params, query: { slotId, sequence }, actor }) => {
    const seen = slotId && sequence !== undefined ? { slotId, sequence: Number(sequence) } : undefined;
    const cancelled = await cancelBooking(deps, { ...params, seen }, mine(params.visitId, actor));
    return cancelled.ok ? reply(200, cancelled.value) : cancelled;
  },
  "GET /api/me/visits/{visitId}/bookings/{bookingId}/calendar.ics": async ({ params, actor, locale }) => {
    const { visitId, bookingId } = params;
    const [agenda, planned, person] = await Promise.all([
      findAgenda(deps.db, visitId, registrationIdOf(visitId, actor.personId)),
      findVisit(deps.db, visitId),
      findPerson(deps.db, actor.personId),
    ]);
    const booking = agenda?.bookings[bookingId];
    if (!booking || !planned) return refuse("not-found");
    const file = bookingCalendar({ booking, planned, locale: person?.locale ?? locale, origin, from });
    return reply(200, file, { headers: { "content-disposition": 'attachment; filename="jobstop.ics"' } });
  },
  "POST /api/me/visits/{visitId}/ticket/renewal": async ({ params: { visitId }, body, actor }) => {
    const asked = await askForRenewal(deps, { visitId, registrationId: mine(visitId, actor).registrationId, ...body });
    return asked.ok ? reply(204, undefined) : asked;
  },
  "GET /api/me/visits/{visitId}/ticket": async ({ params, actor }) => {
    const ticket = await showTicket(deps.db, ticketSealKey, params.visitId, registrationIdOf(params.visitId, actor.personId));
    return ticket.ok ? reply(200, ticket.value) : ticket;
  },
});
