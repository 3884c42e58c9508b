import { registrationIdOf } from "../../functions/registrations/registration-id.ts";
import type { OperationKey } from "../../shared/contract/api.ts";
import { fromBase64Url } from "../../shared/domain/base64url.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { PersonId, VisitId } from "../../shared/domain/ids.ts";
import { importNotePublicKey, sealNote } from "../../shared/domain/sealed-note.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { applied } from "./application.ts";
import { bookSlot } from "./booking.ts";
import { anId, anOpenVisit, anotherEmployer, aProfile, aSeeker, duringVisit, openAllDay } from "./builders.ts";
import { aPairedDevice } from "./pairing.ts";
import { admissionOf, loadPack, sendEvents } from "./phones.ts";
import { goodRequests, type Season } from "./season.ts";
import { aDesk, anEventId, scan } from "./tickets.ts";
import { aHolder, forPosting, waits } from "./waitlist.ts";
import type { Browser, Sent, World } from "./world.ts";

/** Syllables that stand in no word of ours: in the names of people at the visit, and of those who work for an employer. */
const name = "뷁하쀍";
const contact = "쒫다래";

/** Who asks without being the one whose data it is. */
export type Looker = "manager" | "desk" | "member" | "device";

export type Planted = {
  lookers: Record<Looker, Browser>;
  /** A good request, at people who are there, and by whom where it is not the member. */
  aimed(key: OperationKey): Promise<{ sent: Sent; as?: Browser }>;
  /** Whether a text holds anything of somebody who was planted. */
  holds(text: string): boolean;
};

/** 08:00 in Seoul on the day of the visit. */
const morning = "2026-12-02T23:00:00.000Z";

/**
 * The day of a visit at which everybody bears a name that is found again: somebody with a booking who is here, twice by two phones, one who missed a time, one who
 * waits, one who applied, one whose mail came back, a walk-in, and the people behind an employer.
 */
export const aPlantedDay = async (world: World): Promise<Planted> => {
  world.deps.clock.set(morning);
  const deadlines = { ...openAllDay, listAt: "2026-12-03T05:00:00.000Z" };
  const visit = await anOpenVisit(world, { plan: { deadlines }, pattern: { to: "17:00" } });
  const { visitId, employerId, employer, manager } = visit;
  const params = { visitId };
  const profile = aProfile({ contact: { name: contact, phone: "02-000-0001", mail: "hr@solbeodeul.example.com" } });
  await world.get("PUT /api/employers/{employerId}", { params: { employerId }, body: profile }, employer);
  const screened = await anotherEmployer(world, visit, {}, "screened");
  const wanted = await anotherEmployer(world, visit, { from: "16:00", to: "16:20" });
  await world.settle();

  let slot = 0;
  const ids: string[] = [];
  const aPerson = async (form: Record<string, unknown> = {}) => {
    const mail = `${anId("seeker").toLowerCase()}@planted.example.com`;
    const seeker = await aSeeker(world, visitId, { name, phone: "010-0000-7317", mail, ...form });
    const [mine] = (await world.get("GET /api/me/registrations", {}, seeker)).registrations;
    if (!mine) throw new Error("Nobody is registered.");
    ids.push(mine.registrationId);
    return { seeker, registrationId: mine.registrationId as string };
  };
  const aBooked = async (form: Record<string, unknown> = {}) => {
    const person = await aPerson(form);
    const [slotId = "", bookingId] = [visit.slots[slot++], anId("bkg")];
    const booked = await bookSlot(world, visit, slotId, person.seeker, bookingId);
    if (!booked.ok) throw new Error(`Not booked: ${booked.problem.code}`);
    ids.push(bookingId);
    await world.settle();
    return { ...person, bookingId, slotId };
  };
  const setUp = await aDesk(world);
  const missing = await aBooked();
  const present = await aBooked();
  await aBooked();
  // Ten minutes after the first time, and it was missed.
  world.deps.clock.set(addMinutes(duringVisit, 10));
  const ticketOf = (seeker: Browser) => world.get("GET /api/me/visits/{visitId}/ticket", { params }, seeker);
  const ticket = await ticketOf(present.seeker);
  ids.push(ticket.code);
  for (const deviceId of ["phone-a-0001", "phone-b-0002"]) {
    await loadPack(world, visit, setUp, deviceId);
    await scan(world, visit, ticket, setUp, { deviceId });
  }
  const holder = await aHolder(world, wanted, wanted.slots[0] ?? "", (await aPerson()).seeker);
  const waitId = await waits(world, wanted, forPosting(wanted), (await aPerson()).seeker);
  const applicant = await aPerson();
  const applicationId = await applied(world, screened, applicant.seeker);
  const bounced = await aPerson();
  world.office.ses.faults.add({ kind: "Bounce", to: bounced.seeker.mail });
  await bookSlot(world, visit, visit.slots[slot++] ?? "", bounced.seeker, anId("bkg"));
  await world.settle();

  const pack = await loadPack(world, visit, setUp, "phone-a-0001");
  const publicKey = await importNotePublicKey(fromBase64Url(pack.noteKey ?? ""));
  const note = { name, isNickname: false, need: "resume", phone: "010-0000-7317" };
  const payload = await sealNote(JSON.stringify(note), { visitId: VisitId.parse(visitId), publicKey });
  const admission = await admissionOf(world, visit, setUp, "phone-a-0001", { ...ticket, seeker: present.seeker });
  const { idx: _, gen: __, verdict: ___, reentry: ____, ...base } = admission;
  const walkIn = { ...base, id: anEventId(), kind: "walk-in", number: "A-001", deskId: "d1", payload };
  await sendEvents(world, visit, setUp, "phone-a-0001", [walkIn]);
  const again = await admissionOf(world, visit, setUp, "phone-b-0002", { ...ticket, seeker: present.seeker });
  await sendEvents(world, visit, setUp, "phone-b-0002", [again]);
  const planId = anId("pln");
  const plan = { change: { kind: "cancel-visit" }, reason: "태풍", choices: [] };
  await world.get("PUT /api/staff/visits/{visitId}/plans/{planId}", { params: { visitId, planId }, body: plan }, manager);
  const waitingEmployer = await world.signIn(`${anId("hr").toLowerCase()}@garam.example.com`);
  const anEmployer = async () => {
    const pendingId = anId("emp");
    await world.get("PUT /api/employers/{employerId}", { params: { employerId: pendingId }, body: profile }, waitingEmployer);
    // Whoever has registered one firm registers another with a second step only.
    await world.takeSecondStep(waitingEmployer);
    return pendingId;
  };
  const aRequest = async () => {
    const slotRequestId = anId("srq");
    const pattern = { from: "10:00", to: "10:20", minutes: 20, breaks: [], seats: 1 };
    const body = { visitId, postingId: visit.postingId, pattern, mode: "open", interviewers: [contact] };
    await world.get(
      "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}",
      { params: { employerId, slotRequestId }, body },
      employer,
    );
    return { employerId, slotRequestId };
  };
  await anEmployer();
  await aRequest();
  await world.settle();
  const [table, theirDesk, theirManager] = await Promise.all([
    aPairedDevice(world, visit, setUp),
    aDesk(world),
    world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]),
  ]);

  /** Somebody without an address, whom staff help with what others do themselves. */
  const anAssisted = async () => {
    const personId = PersonId.parse(anId("psn"));
    const registrationId = registrationIdOf(VisitId.parse(visitId), personId);
    ids.push(registrationId);
    await world.get("PUT /api/staff/visits/{visitId}/registrations/{personId}", { params: { visitId, personId }, body: assisted }, setUp);
    await world.settle();
    return { visitId, registrationId };
  };
  const assisted = { name, birthYear: 1958, phone: "010-0000-7317", locale: "ko", noticeVersion: currentConsentVersion.service_core };
  const erased = await anAssisted();
  await world.get(
    "POST /api/staff/visits/{visitId}/people/{registrationId}/erasure",
    { params: erased, body: { reason: "본인 요청" } },
    setUp,
  );
  await world.settle();
  const incidentId = anId("inc");
  const body = { noticedAt: world.deps.clock.now(), what: "접수 휴대전화 분실" };
  await world.get("PUT /api/staff/incidents/{incidentId}", { params: { incidentId }, body }, manager);
  await world.get(
    "PUT /api/staff/incidents/{incidentId}/selections/{selectionId}",
    {
      params: { incidentId, selectionId: anId("sel") },
      body: { choice: { by: "ip", ip: setUp.ip }, from: morning, to: addMinutes(world.deps.clock.now(), 60) },
    },
    manager,
  );

  const season = {
    visit,
    bookingId: present.bookingId,
    pendingEmployerId: "",
    pendingRequestId: "",
    browsers: {},
  } as unknown as Season;
  const at = ({ registrationId, bookingId }: typeof present) => ({ visitId, registrationId, bookingId });
  const seen = ({ slotId }: typeof present) => ({ slotId, sequence: 0 });
  const reason = "전화 요청";
  const free = () => visit.slots[slot++];
  /** Requests at somebody whom nobody has dealt with before, where it matters. */
  const aims: Partial<Record<OperationKey, () => Promise<Sent> | Sent>> = {
    "GET /api/employers/{employerId}/visits/{visitId}/applications": () => ({ params: { visitId, employerId: screened.employerId } }),
    "POST /api/employers/{employerId}/visits/{visitId}/applications/{applicationId}/decision": () => ({
      params: { visitId, employerId: screened.employerId, applicationId },
      body: { decision: "decline" },
    }),
    "DELETE /api/employers/{employerId}/slot-requests/{slotRequestId}": async () => ({ params: await aRequest() }),
    "POST /api/staff/employers/{employerId}/decision": async () => ({
      params: { employerId: await anEmployer() },
      body: { decision: "approve" },
    }),
    "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision": async () => ({
      params: await aRequest(),
      body: { decision: "refuse", ground: "no-room", reason: "창구가 없습니다" },
    }),
    "POST /api/staff/visits/{visitId}/people-search": () => ({ params, body: { text: name } }),
    "POST /api/office/people-search": () => ({ body: { text: name } }),
    "POST /api/staff/visits/{visitId}/check-ins": () => ({
      params,
      body: { eventId: anEventId(), deviceId: "phone-a-0001", at: world.deps.clock.now(), read: { by: "code", code: ticket.code } },
    }),
    "POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation": () => ({
      params: { visitId, deviceId: "phone-b-0002" },
      body: { reason: "분실" },
    }),
    "PUT /api/staff/visits/{visitId}/registrations/{personId}": () => {
      const personId = PersonId.parse(anId("psn"));
      ids.push(registrationIdOf(VisitId.parse(visitId), personId));
      return {
        params: { visitId, personId },
        body: { name, birthYear: 1958, phone: "010-0000-7317", locale: "ko", noticeVersion: currentConsentVersion.service_core },
      };
    },
    "POST /api/staff/visits/{visitId}/people/{registrationId}/export": async () => ({ params: await anAssisted(), body: { reason } }),
    "GET /api/papers/visits/{visitId}/people/{registrationId}/certificates": async () => ({ params: await anAssisted() }),
    "POST /api/staff/locked-forms": () => ({ body: { month: "2026-12", reason } }),
    "PUT /api/staff/visits/{visitId}/people/{registrationId}/details": async () => ({
      params: await anAssisted(),
      body: { name, birthYear: 1958, phone: "010-0000-7317", reason },
    }),
    "PUT /api/staff/visits/{visitId}/people/{registrationId}/address": async () => ({
      params: await anAssisted(),
      body: { mail: `${anId("seeker").toLowerCase()}@planted.example.com`, reason },
    }),
    "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}": async () => {
      const bookingId = anId("bkg");
      ids.push(bookingId);
      const body = { slotId: free(), consentVersion: currentConsentVersion.to_employer, reason };
      return { params: { visitId, registrationId: (await aPerson()).registrationId, bookingId }, body };
    },
    "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/slot": async () => {
      const booked = await aBooked();
      return {
        params: at(booked),
        body: { slotId: free(), seen: seen(booked), consentVersion: currentConsentVersion.to_employer, reason },
      };
    },
    "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/cancellation": async () => {
      const booked = await aBooked();
      return { params: at(booked), body: { seen: seen(booked), reason } };
    },
    "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/no-show": () => ({
      params: at(missing),
      body: { seen: seen(missing), giveTo: { whom: "nobody" } },
    }),
    "POST /api/staff/visits/{visitId}/waits/{waitId}/seat": async () => {
      await holder.cancel();
      await world.settle();
      const bookingId = anId("bkg");
      ids.push(bookingId);
      return { params: { visitId, waitId }, body: { slotId: wanted.slots[0], bookingId, reason } };
    },
    "GET /api/staff/access-log": () => ({ query: { kind: "check-in" } }),
    "GET /api/staff/incidents/{incidentId}/people": () => ({ params: { incidentId } }),
    "POST /api/staff/access-log/person": () => ({ body: { mail: present.seeker.mail } }),
    "GET /api/staff/access-log/months/{month}": () => ({ params: { month: "2026-12" } }),
    "POST /api/staff/access-log/exports": () => ({ body: { from: "2026-12-01", to: "2026-12-31", reason: "점검" } }),
    "PUT /api/staff/visits/{visitId}/plans/{planId}": () => ({ params: { visitId, planId }, body: plan }),
    "GET /api/staff/visits/{visitId}/plans/{planId}": () => ({ params: { visitId, planId } }),
  };
  const aimed: Planted["aimed"] = async (key) => {
    const own = await aims[key]?.();
    if (own) return { sent: own, ...(own.params?.employerId === screened.employerId && { as: screened.employer }) };
    const sent = goodRequests[key](season);
    const { registrationId } = sent.params ?? {};
    return { sent: { ...sent, params: { ...sent.params, ...(registrationId && { registrationId: present.registrationId }) } } };
  };
  return {
    lookers: { manager: theirManager, desk: theirDesk, member: employer, device: table },
    aimed,
    holds: (text) => [...ids, "뷁", "쀍", "쒫", "7317", "planted.example", "@center.example.com"].some((mark) => text.includes(mark)),
  };
};
