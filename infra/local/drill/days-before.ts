import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { ensureAccount } from "../../../functions/accounts/ensure-account.ts";
import { grantRoles } from "../../../functions/accounts/grant-roles.ts";
import { bookSlot } from "../../../functions/bookings/book-slot.ts";
import { leaseDevice } from "../../../functions/check-ins/device-writes.ts";
import { revokeDevice } from "../../../functions/check-ins/revoke-device.ts";
import type { Item } from "../../../functions/platform/db.ts";
import { liveDeps, withLedger } from "../../../functions/platform/deps.ts";
import { erasePerson } from "../../../functions/registrations/erase-person.ts";
import type { AgendaItem, RegistrationItem } from "../../../functions/registrations/registration-reads.ts";
import { withdrawConsent } from "../../../functions/registrations/withdraw-consent.ts";
import { withdrawRegistration } from "../../../functions/registrations/withdraw-registration.ts";
import type { SlotItem } from "../../../functions/slots/slot-reads.ts";
import { isLive } from "../../../shared/domain/booking.ts";
import { currentConsentVersion } from "../../../shared/domain/consents.ts";
import { BookingId, PersonId, SignInId, type VisitId } from "../../../shared/domain/ids.ts";
import { Instant, LocalDate, seoulDateOf } from "../../../shared/domain/seoul-time.ts";
import { pagesOf } from "../../operate/table-pages.ts";
import { DemoPeople, read } from "../centre-seed.ts";
import { aMovedClock } from "../moved-clock.ts";
import { aPerson } from "../person.ts";
import { openCentre } from "../season/centre.ts";
import { fill, planFiled, publish } from "../season/prepare-visit.ts";
import { readSeason } from "../season/season-file.ts";
import { startStack } from "../stack.ts";
import { copyTable } from "./copy-table.ts";
import { copyName, type Told, toldFile } from "./told.ts";

/**
 * What happens before a table is lost, in a process of its own, since one process starts a stack once: a visit with bookings and mails, a copy of the table, and
 * then some more, on which somebody is erased, takes a consent back, or their registration, loses their roles, or a phone, and somebody books. Leaves in the folder what the rehearsal has to know.
 */
const [, , folder = "", now = ""] = process.argv;
process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
const stack = await startStack({ dataFolder: folder, siteFolder: folder, timers: false, now: new Date(now) });
const client = new DynamoDBClient({});
const deps = { ...withLedger(liveDeps("drill")), clock: aMovedClock() };

const { staff } = read("people.json", DemoPeople);
const centre = await openCentre({ deps, today: seoulDateOf(Instant.parse(now)) }, stack.drain);
deps.clock.set(Instant.parse(now));
const [filed] = readSeason().filter(({ result }) => result && result.interviewsBooked >= 10);
if (!filed) throw new Error("The season has no such visit.");
const visit = await planFiled(centre, { ...filed, date: LocalDate.parse("2026-11-30"), status: "open" });
await publish(centre, visit, 0);
await fill(centre, visit);
const signedIn = aPerson(stack.origin, stack.inboxOrigin, visit.coming.at(-1)?.guest.mail ?? "");
await signedIn.signIn();
await stack.drain();

const all = async (type: Item["type"]): Promise<Item[]> => {
  const found: Item[] = [];
  for await (const page of pagesOf(client, stack.tableName, [type])) found.push(...page);
  return found;
};
const holders = ((await all("agenda")) as AgendaItem[]).flatMap((agenda) =>
  Object.values(agenda.bookings).flatMap((booking) =>
    isLive(booking) && booking.employerId && booking.startsAt > deps.clock.now()
      ? [{ agenda, booking, employerId: booking.employerId }]
      : [],
  ),
);
const personOf = new Map(
  ((await all("registration")) as RegistrationItem[]).map(({ registration: { registrationId, personId } }) => [registrationId, personId]),
);
const demoted = staff.find(({ roles }) => roles.includes("counsellor") && !roles.includes("manager"));
if (!demoted) throw new Error("The demo has too few staff.");
const { accountId: staffId } = await ensureAccount(deps, demoted.mail);
const lostPhone = "phone-lost-in-drill";
const used = {
  visitId: holders[0]?.agenda.visitId as VisitId,
  deviceId: lostPhone,
  staffId,
  signInId: SignInId.parse(deps.ids.mint("sgn")),
};
await leaseDevice(deps, used);
const at = deps.clock.now();
const copied = await copyTable(client, stack.tableName, copyName);

const [erased, withdrawn, away, ...rest] = holders;
if (!erased || !withdrawn || !away) throw new Error("The demo season has too few people.");
const personId = PersonId.parse(personOf.get(erased.agenda.registrationId));
await erasePerson(deps, { personId, wantedBy: "person" });
await stack.drain();
const { visitId, registrationId } = withdrawn.agenda;
await withdrawConsent(deps, { visitId, registrationId, employerId: withdrawn.employerId });
const back = (await all("registration")) as RegistrationItem[];
const registeredAt =
  back.find(({ registration }) => registration.registrationId === away.agenda.registrationId)?.registration.registeredAt ?? at;
await withdrawRegistration(deps, { visitId, registrationId: away.agenda.registrationId, registeredAt });
await revokeDevice(deps, { visitId, deviceId: lostPhone, staffId, reason: "버스에서 잃어버림" });
await grantRoles(deps, { mail: demoted.mail, name: demoted.name, roles: [] });
const free = ((await all("slot")) as SlotItem[]).find(
  ({ facts, takers, seats, state }) =>
    facts.visitId === visitId && state === "open" && facts.kind === "interview" && Object.keys(takers).length < seats,
);
if (!free) throw new Error("The demo season has no free time.");
const late = visit.coming.find(({ guest }) => visit.interviews.done.every((one) => one.guest !== guest));
const bookingId = BookingId.parse(deps.ids.mint("bkg"));
const wish = { visitId, bookingId, slotId: free.facts.slotId, consentVersion: currentConsentVersion.to_employer, locale: "ko" as const };
const booked = late && (await bookSlot(deps, wish, { registrationId: late.registrationId }));
await stack.drain();

const told: Told = {
  ...{ at, copied, original: stack.tableName },
  cookie: signedIn.cookie(),
  erased: personId,
  withdrawn: { registrationId, bookingId: withdrawn.booking.bookingId },
  demoted: staffId,
  away: { registrationId: away.agenda.registrationId, bookingId: away.booking.bookingId },
  lostPhone,
  stand: rest.map(({ agenda, booking }) => ({ registrationId: agenda.registrationId, bookingId: booking.bookingId })),
  lost: booked?.ok ? [bookingId] : [],
};
writeFileSync(join(folder, toldFile), JSON.stringify(told));
await stack.stop();
process.exit(0);
