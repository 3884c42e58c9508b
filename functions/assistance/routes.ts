import type { assistanceOperations } from "../../shared/contract/assistance.ts";
import { ensureAccount } from "../accounts/ensure-account.ts";
import { bookSlot } from "../bookings/book-slot.ts";
import { cancelBooking } from "../bookings/cancel-booking.ts";
import { moveBooking } from "../bookings/move-booking.ts";
import { noteNoShow } from "../bookings/note-no-show.ts";
import { byAccount } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { confirmAttendance } from "../registrations/confirm-attendance.ts";
import { correctDetails } from "../registrations/correct-details.ts";
import { registerForPerson } from "../registrations/register-for-visit.ts";
import { withdrawRegistration } from "../registrations/withdraw-registration.ts";
import { publishCentreTimes } from "../slots/publish-centre-times.ts";
import { askForRenewal } from "../tickets/renew-ticket.ts";
import { findTicketOf } from "../tickets/show-ticket.ts";
import { shownCodeOf } from "../tickets/ticket-reads.ts";
import { listUnconfirmed } from "./list-unconfirmed.ts";
import { setAddress } from "./set-address.ts";
import { showDetails } from "./show-details.ts";

export const assistanceRoutes = (deps: LedgerDeps): Handlers<typeof assistanceOperations> => ({
  "PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}": async ({ params, body }) => {
    const published = await publishCentreTimes(deps, { ...params, times: body });
    return published.ok ? reply(published.value.isNew ? 201 : 200, { slots: published.value.slots }) : published;
  },
  "PUT /api/staff/visits/{visitId}/registrations/{personId}": async ({ params, body, actor }) => {
    const { mail } = body;
    const whose = async () => (mail === undefined ? params : await ensureAccount(deps, mail, { isUnproven: true }));
    const registered = await registerForPerson(deps, { visitId: params.visitId, form: body, staffId: actor.accountId, whose });
    return registered.ok ? reply(registered.value.isNew ? 201 : 200, { registrationId: registered.value.registrationId }) : registered;
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/withdrawal": async ({ params, body: { registeredAt, reason }, actor }) => {
    const staff = { staffId: actor.accountId, reason };
    const withdrawn = await withdrawRegistration(deps, { ...params, registeredAt, staff });
    return withdrawn.ok ? reply(204, undefined) : withdrawn;
  },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/details": async ({ params }) => {
    const shown = await showDetails(deps, params);
    return shown.ok ? reply(200, shown.value) : shown;
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/details": async ({ params, body: { reason, ...details }, actor }) => {
    const corrected = await correctDetails(deps, { ...params, details, staff: { staffId: actor.accountId, reason } });
    return corrected.ok ? reply(204, undefined) : corrected;
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/address": async ({ params, body: { mail, reason }, actor, ip }) => {
    const staff = { staffId: actor.accountId, reason };
    const set = await setAddress(deps, { ...params, mail, staff, by: byAccount({ actor, ip }) });
    return set.ok ? reply(204, undefined) : set;
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}": async ({ params, body, actor, locale }) => {
    const { registrationId, ...at } = params;
    const { reason, ...wish } = body;
    const booked = await bookSlot(deps, { ...at, ...wish, locale }, { registrationId, staff: { staffId: actor.accountId, reason } });
    return booked.ok ? reply(booked.value.isNew ? 201 : 200, booked.value.booking) : booked;
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/slot": async ({ params, body, actor, locale }) => {
    const { registrationId, ...at } = params;
    const { reason, ...move } = body;
    const moved = await moveBooking(deps, { ...at, ...move, locale }, { registrationId, staff: { staffId: actor.accountId, reason } });
    return moved.ok ? reply(200, moved.value) : moved;
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/cancellation": async ({ params, body, actor }) => {
    const { registrationId, ...at } = params;
    const staff = { staffId: actor.accountId, reason: body.reason };
    const cancelled = await cancelBooking(deps, { ...at, seen: body.seen }, { registrationId, staff });
    return cancelled.ok ? reply(200, cancelled.value) : cancelled;
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/no-show": async ({ params, body, actor, locale }) => {
    const noted = await noteNoShow(deps, { ...params, ...body, staffId: actor.accountId, locale });
    return noted.ok ? reply(200, noted.value) : noted;
  },
  "GET /api/staff/visits/{visitId}/unconfirmed": async ({ params }) => {
    const listed = await listUnconfirmed(deps, params.visitId);
    return listed.ok ? reply(200, listed.value) : listed;
  },
  "GET /api/staff/visits/{visitId}/people/{registrationId}/ticket": async ({ params: { visitId, registrationId } }) => {
    const ticket = await findTicketOf(deps.db, visitId, registrationId);
    return ticket.ok ? reply(200, { code: shownCodeOf(ticket.value), gen: ticket.value.gen }) : ticket;
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/ticket/renewal": async ({ params, body: { seen, reason }, actor }) => {
    const asked = await askForRenewal(deps, { ...params, seen, staff: { staffId: actor.accountId, reason } });
    return asked.ok ? reply(204, undefined) : asked;
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/confirmation": async ({ params, actor }) => {
    const confirmed = await confirmAttendance(deps, params, actor.accountId);
    return confirmed.ok ? reply(204, undefined) : confirmed;
  },
});
