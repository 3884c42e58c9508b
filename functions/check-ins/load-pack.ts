import type { Pack, PackRequest, PackRow, SealedName } from "../../shared/contract/check-in.ts";
import { toBase64Url } from "../../shared/domain/base64url.ts";
import { bucketsFor, bucketsOf } from "../../shared/domain/buckets.ts";
import { isDeskClosed } from "../../shared/domain/check-in-day.ts";
import { asOthersSee } from "../../shared/domain/check-in-event.ts";
import type { DeskId, VisitId } from "../../shared/domain/ids.ts";
import type { LookUpRow } from "../../shared/domain/look-up-list.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { sealRow } from "../../shared/domain/sealed-row.ts";
import { epochMsOf, minutesBetween, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { readToken } from "../../shared/domain/ticket-token.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import type { Noting } from "../platform/note-access.ts";
import { findPeople, phoneEndOf } from "../registrations/person-reads.ts";
import { lastTicketOf, listPeopleOfVisit, type PersonOfVisit, ticketsOf, timesChangedAt } from "../registrations/registration-reads.ts";
import { listSlots, type SlotItem } from "../slots/slot-reads.ts";
import { findTickets, listVisitKeys, noteKid, type TicketItem, tokenOf } from "../tickets/ticket-reads.ts";
import { findVisit, listVisitPostings, type VisitPostingItem } from "../visits/visit-reads.ts";
import { leaseDevice, listDevices, type PhoneUser } from "./device-writes.ts";
import { dueTimes, hostWords } from "./due-times.ts";
import { listEvents } from "./event-reads.ts";
import { findLookUpKey } from "./look-up-writes.ts";
import { sealedLookUp } from "./sealed-look-up.ts";

type Loading = PackRequest & PhoneUser & { visitId: VisitId };

/** One request for everything that a phone needs at the bus, and later for what has changed; a phone that was reported lost gets nothing. */
export const loadPack = async (
  deps: Deps,
  sealKey: Uint8Array,
  { visitId, deviceId, staffId, signInId, has }: Loading,
  shows: Noting["shows"],
): Promise<Outcome<Pack>> => {
  const { db, clock } = deps;
  const [planned, people, postings, keys, events, lookUpKey, slots] = await Promise.all([
    findVisit(db, visitId),
    listPeopleOfVisit(db, visitId),
    listVisitPostings(db, visitId),
    listVisitKeys(db, visitId),
    listEvents(db, visitId),
    findLookUpKey(db, visitId),
    listSlots(db, visitId),
  ]);
  if (!planned) return refuse("not-found");
  if (isDeskClosed(planned.visit, clock.now())) return refuse("visit-over");
  const leased = await leaseDevice(deps, { visitId, deviceId, staffId, signInId });
  if (!leased.ok) return leased;
  // Whoever has a phone with a pack may look at anybody in it.
  if (people.length > 0) shows({ visitId, people: people.length });

  const [tickets, named] = await Promise.all([
    findTickets(
      db,
      visitId,
      people.flatMap(({ registration }) => ticketsOf(registration)),
    ),
    findPeople(
      db,
      people.map(({ agenda }) => agenda.personId),
    ),
  ]);
  const rowOf = async (person: PersonOfVisit, ticket: TicketItem): Promise<PackRow> => {
    // A cancelled ticket leads to nothing, whatever its person has by another.
    const due = ticket.status === "valid" ? dueTimes(person, planned, postings) : [];
    const name: SealedName = {
      maskedName: maskName(named.get(person.agenda.personId)?.name ?? "○○"),
      whatKo: due.map(({ shown }) => shown.whatKo),
    };
    const { idx, gen, genSince, status, cancelledAt, renewedCodes } = ticket;
    const changedAt = timesChangedAt(person.agenda);
    return {
      ...{ idx, gen, status },
      ...(renewedCodes && { codes: renewedCodes }),
      ...(genSince && { genSince }),
      ...(cancelledAt && { cancelledAt }),
      ...(changedAt && { timesChangedAt: changedAt }),
      times: due.map(({ booking: { startsAt, endsAt, deskId } }) => ({
        at: seoulTimeOf(startsAt),
        minutes: minutesBetween(startsAt, endsAt),
        deskId,
      })),
      sealed: await sealRow(JSON.stringify(name), { secret: secretOf(ticket, sealKey), visitId }),
    };
  };
  const rows = await Promise.all(
    people.flatMap((person) =>
      ticketsOf(person.registration).flatMap((code) => {
        const ticket = tickets.get(code);
        return ticket ? [rowOf(person, ticket)] : [];
      }),
    ),
  );
  const lookUpRows = people.flatMap(({ registration, agenda }): LookUpRow[] => {
    const code = lastTicketOf(registration);
    const ticket = code && tickets.get(code);
    const person = named.get(agenda.personId);
    return ticket && person ? [{ idx: ticket.idx, maskedName: maskName(person.name), phoneEnd: phoneEndOf(person) }] : [];
  });
  const note = keys.find(({ kid }) => kid === noteKid);
  return done({
    visit: planned.visit,
    place: planned.place,
    revision: Math.floor(epochMsOf(clock.now()) / 1000),
    lease: { letter: leased.value.letter, until: leased.value.until },
    devices: (await listDevices(db, visitId)).map(({ deviceId: known, letter }) => ({ deviceId: known, letter })),
    hosts: planned.visit.desks.map(({ deskId }) => hostsAt(deskId, slots, postings)),
    keys: keys.flatMap(({ kid, publicKey }) => (kid === noteKid ? [] : [{ kid, publicKey: toBase64Url(publicKey) }])),
    noteKey: note ? toBase64Url(note.publicKey) : null,
    lookUp: lookUpKey ? await sealedLookUp(lookUpKey, sealKey, lookUpRows, has?.lookUp) : null,
    tickets: bucketsFor(await bucketsOf(rows, ({ idx }) => idx), has?.tickets),
    events: bucketsFor(await bucketsOf(events.map(asOthersSee), ({ id }) => id), has?.events),
  });
};

/** Who interviews at a desk that day, or what the centre offers there; each once, in the order of their times. */
const hostsAt = (deskId: DeskId, slots: readonly SlotItem[], postings: readonly VisitPostingItem[]): Pack["hosts"][number] => {
  const here = slots.filter(({ facts, state }) => facts.deskId === deskId && state === "open");
  const hosts = [...new Map(here.map(({ facts }) => hostWords(facts, postings)).map((host) => [host.whatKo, host])).values()];
  return {
    deskId,
    whatKo: hosts.map(({ whatKo }) => whatKo),
    whatEn: hosts.map(({ whatEn }) => whatEn),
    hasInterviews: here.some(({ facts }) => facts.postingId !== null),
  };
};

/** The ticket's secret, which its row is sealed to. */
const secretOf = (ticket: TicketItem, sealKey: Uint8Array): Uint8Array<ArrayBuffer> => {
  const reading = readToken(tokenOf(ticket, sealKey));
  if (reading.kind !== "ticket") throw new Error(`The ticket ${ticket.idx} does not read.`);
  return Uint8Array.from(reading.ticket.tid);
};
