import type { Application } from "../../shared/domain/application.ts";
import { type Booking, isLive } from "../../shared/domain/booking.ts";
import type { ConsentWithdrawal } from "../../shared/domain/consent-withdrawal.ts";
import type { ApplicationId, BookingId, PersonId, RegistrationId, VisitId, WaitId } from "../../shared/domain/ids.ts";
import type { SettledSoFar } from "../../shared/domain/plan-receipt.ts";
import type { Registration } from "../../shared/domain/registration.ts";
import { type Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import type { ListName } from "../../shared/domain/slot.ts";
import type { TicketCode } from "../../shared/domain/ticket-token.ts";
import type { Withdrawal } from "../../shared/domain/withdrawal.ts";
import { type Db, findItem, findItems, type Item, queryItems, queryPartition } from "../platform/db.ts";
import {
  agendaKey,
  type Key,
  peoplePartitions,
  peoplePrefix,
  personPartition,
  registrationKey,
  registrationPointerPrefix,
  withdrawalsIndexPartition,
} from "../platform/keys.ts";
import { findPerson, idsOfSame, type PersonItem } from "./person-reads.ts";

/** The check-in that stands, by the server's clock. */
export type ArrivalNote = { at: Instant; deviceId: string; eventId: string };

/** A registration as it is made; what becomes of it stands beside it. */
export type StoredRegistration = Omit<Registration, "arrivedAt" | "withdrawnAt">;

export type RegistrationItem = Item & {
  registration: StoredRegistration;
  /**
   * Where its ticket is found: the first code of it; absent for the moment until the signer has made it, and once the registration was taken back.
   */
  ticketCode?: TicketCode;
  /** Tickets that were cancelled when it was taken back, the newest last. */
  formerTickets?: TicketCode[];
  /** Since when the person is not coming after all; absent once they have registered again. */
  withdrawnAt?: Instant;
  /** So many times they have. Mails and tickets of each time bear it in their names. */
  again?: number;
  /** When the person said that they will come. */
  confirmedAt?: Instant;
  arrival?: ArrivalNote;
  /** Ids of events that were taken back before they came, of their ticket. */
  undoneAhead?: string[];
};

/**
 * Somebody's place in a list, from their side: where the entry is to be found. A closed one stays, so that its id is never used again; `hopeless` where it
 * was closed because its times were withdrawn, which its person is told.
 */
export type AgendaWait = { list: ListName; appliedAt: Instant; closed?: true; hopeless?: true };

/** A person's day at a visit: every booking ever made, the lists they stand in, what they applied for. */
export type AgendaItem = Item & {
  registrationId: RegistrationId;
  visitId: VisitId;
  personId: PersonId;
  bookings: Record<BookingId, Booking>;
  /** Cells of the day that live bookings hold, as `c120`; see `shared/domain/day-grid.ts`. */
  busy: Record<string, 1>;
  /** Live interviews. */
  interviews: number;
  waits: Record<WaitId, AgendaWait>;
  applications: Record<ApplicationId, Application>;
  /** While a plan takes the person through more than one transaction holds. */
  settling?: SettledSoFar;
  /** As with the registration: nothing can be booked, waited or applied for meanwhile. */
  withdrawnAt?: Instant;
  /** What was given up each time that the registration was taken back, in order of time. Unless the last one is done, it is to be gone on with. */
  withdrawals?: Withdrawal[];
  /** The same for each time that the person took back what they agreed to for an employer. */
  consentWithdrawals?: ConsentWithdrawal[];
  /** Since when it is nobody's: what is left are counts. */
  erasedAt?: Instant;
};

/** The ticket to check somebody in by, or the one that was cancelled when they took their registration back. */
export const lastTicketOf = ({ ticketCode, formerTickets }: RegistrationItem): TicketCode | undefined =>
  ticketCode ?? formerTickets?.at(-1);

/** Every ticket of a registration, cancelled ones too. */
export const ticketsOf = ({ ticketCode, formerTickets = [] }: RegistrationItem): TicketCode[] =>
  ticketCode ? [...formerTickets, ticketCode] : formerTickets;

/** Bookings that were given up with a registration or a consent, and are told with that. */
export const givenUpIn = ({
  withdrawals = [],
  consentWithdrawals = [],
}: Pick<AgendaItem, "withdrawals" | "consentWithdrawals">): BookingId[] =>
  [...withdrawals, ...consentWithdrawals].flatMap(({ bookings }) => bookings);

export const bookingsOf = (agenda: Pick<AgendaItem, "bookings">): Booking[] => Object.values(agenda.bookings);
export const liveBookingsOf = (agenda: Pick<AgendaItem, "bookings">): Booking[] =>
  bookingsOf(agenda)
    .filter(isLive)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));

/** When a time of somebody's was last moved, cancelled or given away, until an instant. */
export const timesChangedAt = (agenda: Pick<AgendaItem, "bookings">, until?: Instant): Instant | undefined =>
  bookingsOf(agenda)
    .flatMap(({ changedAt }) => (changedAt && (until === undefined || changedAt <= until) ? changedAt : []))
    .sort()
    .at(-1);

export type PersonOfVisit = { registration: RegistrationItem; agenda: AgendaItem };

export const registrationOf = ({ registration, arrival, withdrawnAt }: RegistrationItem): Registration => ({
  ...registration,
  arrivedAt: arrival?.at ?? null,
  withdrawnAt: withdrawnAt ?? null,
});

/** Names a mail about a registration: that after a withdrawal has mails of its own. */
export const mailNamed = (name: string, again: RegistrationItem["again"]): string => (again ? `${name}.anew.${again}` : name);

/** Names the mail about a withdrawal, by its place among those of a person and visit. */
export const withdrawalMailId = ({ registrationId }: Pick<AgendaItem, "registrationId">, nth: number): string =>
  `${registrationId}.registration.withdrawn.${nth}`;

/** Names the mails about a consent that was taken back, by its place among those of a person and visit. */
export const consentMailId = ({ registrationId }: Pick<AgendaItem, "registrationId">, nth: number, to: "person" | "employer"): string =>
  `${registrationId}.consent.withdrawn.${nth}.${to}`;

export const findRegistration = (db: Db, visitId: VisitId, id: RegistrationId): Promise<RegistrationItem | undefined> =>
  findItem<RegistrationItem>(db, registrationKey(visitId, id));

export const findAgenda = (db: Db, visitId: VisitId, id: RegistrationId): Promise<AgendaItem | undefined> =>
  findItem<AgendaItem>(db, agendaKey(visitId, id));

/** Whoever is registered there; undefined for nobody, and for somebody who was erased. */
export const findRegistered = async (
  db: Db,
  { visitId, registrationId }: { visitId: VisitId; registrationId: RegistrationId },
): Promise<PersonItem | undefined> => {
  const agenda = await findAgenda(db, visitId, registrationId);
  return agenda && findPerson(db, agenda.personId);
};

/** Agendas at any visits, by registration; unknown ones are left out. */
export const findAgendasOf = async (
  db: Db,
  registrations: readonly { visitId: VisitId; registrationId: RegistrationId }[],
): Promise<Map<RegistrationId, AgendaItem>> => {
  const items = await findItems(
    db,
    registrations.map(({ visitId, registrationId }) => agendaKey(visitId, registrationId)),
  );
  return new Map((items as (AgendaItem | undefined)[]).flatMap((agenda) => (agenda ? [[agenda.registrationId, agenda]] : [])));
};

/** Registration and agenda together; they are written together, so either both are there or none. */
export const findPersonOfVisit = async (db: Db, visitId: VisitId, id: RegistrationId): Promise<PersonOfVisit | undefined> => {
  const [registration, agenda] = (await findItems(db, [registrationKey(visitId, id), agendaKey(visitId, id)])) as [
    RegistrationItem | undefined,
    AgendaItem | undefined,
  ];
  return registration && agenda && { registration, agenda };
};

/** Several people of a visit by their registrations; unknown ones are left out. */
export const findPeopleOfVisit = async (
  db: Db,
  visitId: VisitId,
  ids: readonly RegistrationId[],
): Promise<Map<RegistrationId, PersonOfVisit>> => {
  const once = [...new Set(ids)];
  const items = await findItems(
    db,
    once.flatMap((id) => [registrationKey(visitId, id), agendaKey(visitId, id)]),
  );
  return new Map(
    once.flatMap((id, i): [RegistrationId, PersonOfVisit][] => {
      const [registration, agenda] = items.slice(2 * i) as [RegistrationItem | undefined, AgendaItem | undefined];
      return registration && agenda ? [[id, { registration, agenda }]] : [];
    }),
  );
};

/** Everybody registered for a visit, in no particular order. */
export const listPeopleOfVisit = async (db: Db, visitId: VisitId): Promise<PersonOfVisit[]> => {
  const parts = await Promise.all(
    peoplePartitions(visitId).map((pk) => queryPartition<RegistrationItem | AgendaItem>(db, pk, peoplePrefix)),
  );
  const agendas = new Map<RegistrationId, AgendaItem>();
  const registrations: RegistrationItem[] = [];
  for (const item of parts.flat()) {
    if ("bookings" in item) agendas.set((item as AgendaItem).registrationId, item as AgendaItem);
    else registrations.push(item as RegistrationItem);
  }
  return registrations.flatMap((registration) => {
    const agenda = agendas.get(registration.registration.registrationId);
    return agenda ? [{ registration, agenda }] : [];
  });
};

/** Agendas of withdrawals that are not done; a moment old. */
export const listWithdrawing = (db: Db): Promise<AgendaItem[]> =>
  queryItems<AgendaItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :withdrawals",
    ExpressionAttributeValues: { ":withdrawals": withdrawalsIndexPartition },
  });

/** From a person to a registration. */
export type Pointer = Key & { visitId: VisitId; registrationId: RegistrationId };

/** Before the first visit that there ever was. */
export const firstDay = LocalDate.parse("2000-01-01");

/** What points to a person's registrations, wherever their visits are by now. */
export const listPointersOf = (db: Db, personId: PersonId): Promise<Pointer[]> =>
  queryPartition<Pointer>(db, personPartition(personId), registrationPointerPrefix);

/** The date of the last visit that a person registered for; the pointers lie in order of it. */
export const lastVisitOf = async (db: Db, personId: PersonId): Promise<LocalDate | undefined> =>
  (await listPointersOf(db, personId)).at(-1)?.sk.slice(registrationPointerPrefix.length, registrationPointerPrefix.length + 10) as
    | LocalDate
    | undefined;

/** A person's registrations for visits from a date on, by date. */
export const listRegistrationsOf = async (db: Db, personId: PersonId, from: LocalDate): Promise<PersonOfVisit[]> => {
  const pointers = await queryItems<Pointer>(db, {
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :end",
    ExpressionAttributeValues: {
      ":pk": personPartition(personId),
      ":from": `${registrationPointerPrefix}${from}`,
      ":end": `${registrationPointerPrefix}9999`,
    },
  });
  const found = await Promise.all(pointers.map(({ visitId, registrationId }) => findPersonOfVisit(db, visitId, registrationId)));
  return found.filter((person) => person !== undefined);
};

/** The same of everybody who is the same person, for what concerns all that is kept of them. */
export const listAllRegistrationsOf = async (db: Db, personId: PersonId): Promise<PersonOfVisit[]> =>
  (await Promise.all((await idsOfSame(db, personId)).map((id) => listRegistrationsOf(db, id, firstDay)))).flat();
