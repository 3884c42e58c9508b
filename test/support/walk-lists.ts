import { expect } from "vitest";
import { findEntriesOf } from "../../functions/waitlist/waitlist-reads.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { anId } from "./builders.ts";
import { agendasAt, answered, lookAt, newsAt, personOf, pick, type Step, send, step, type Trouble, timeAt, type Walk } from "./walk.ts";
import { bookingAnswer } from "./walk-rules.ts";

/** What is waited for here, and by whom. */
const entriesHere = async (walk: Walk) => {
  const { visitId } = walk.here;
  const entries = (await agendasAt(walk, visitId)).map(async (agenda, person) =>
    agenda ? (await findEntriesOf(walk.world.table.db, visitId as VisitId, agenda.waits)).map(({ entry }) => ({ person, entry })) : [],
  );
  return (await Promise.all(entries)).flat();
};

export const wait = (person: number, slot: number, kind: "slot" | "posting" | "earlier", trouble: Trouble): Step =>
  step(`${person} waits for ${kind} ${slot} (${trouble})`, async (walk) => {
    const { visitId } = walk.here;
    const slotId = timeAt(walk, visitId, slot);
    const seen = await lookAt(walk, { visitId, slotId, person });
    const { postingId } = seen.slot.facts;
    const kept =
      kind === "earlier"
        ? Object.values(seen.agenda.bookings).find((booking) => booking.state === "confirmed" && booking.postingId === postingId)
        : undefined;
    if (kind === "earlier" && !kept) return;
    const waitFor = kind === "slot" ? { for: "slot", slotId } : { for: "posting", postingId };
    const body = { waitFor, consentVersion: currentConsentVersion.to_employer, ...(kept && { replaces: kept.bookingId }) };
    const params = { visitId, waitId: anId("wai") };
    await send(walk, trouble, "PUT /api/me/visits/{visitId}/waits/{waitId}", { params, body }, personOf(walk, person));
  });

/** What somebody does about something that they wait for. */
export const answerOffer = (which: number, what: "accept" | "decline" | "leave", trouble: Trouble): Step =>
  step(`who waits will ${what} ${which} (${trouble})`, async (walk) => {
    const { visitId } = walk.here;
    const open = (await entriesHere(walk)).filter(({ entry }) => what === "leave" || entry.offer !== undefined);
    if (open.length === 0) return;
    const { person, entry } = pick(open, which);
    const seeker = personOf(walk, person);
    const params = { visitId, waitId: entry.waitId };
    if (what === "leave") {
      const left = await send(walk, trouble, "DELETE /api/me/visits/{visitId}/waits/{waitId}", { params }, seeker);
      expect(left.status).toBe(204);
      return;
    }
    const { offer } = entry;
    if (!offer) return;
    if (what === "decline") {
      const key = "POST /api/me/visits/{visitId}/waits/{waitId}/refusal";
      await send(walk, trouble === "twice" ? "none" : trouble, key, { params, body: { offerId: offer.offerId } }, seeker);
      return;
    }
    const bookingId: string = entry.replaces ?? anId("bkg");
    const key = "POST /api/me/visits/{visitId}/waits/{waitId}/acceptance";
    const answer = await send(walk, trouble, key, { params, body: { offerId: offer.offerId, bookingId } }, seeker);
    if (!answer.ok) return;
    const sequence = (walk.told.get(bookingId)?.sequence ?? -1) + 1;
    expect(answer.value).toMatchObject({ slotId: offer.slotId, state: "confirmed", sequence });
    walk.told.set(bookingId, { person, visitId, bookingId, slotId: offer.slotId, state: "confirmed", sequence });
  });

/** Staff give somebody who waits a seat at once, out of turn. */
export const giveSeat = (which: number, slot: number, trouble: Trouble): Step =>
  step(`staff give ${slot} to who waits ${which} (${trouble})`, async (walk) => {
    const { visitId } = walk.here;
    const waiting = await entriesHere(walk);
    if (waiting.length === 0) return;
    const { person, entry } = pick(waiting, which);
    const [slotId, bookingId]: string[] = [timeAt(walk, visitId, slot), entry.replaces ?? anId("bkg")];
    const key = "POST /api/staff/visits/{visitId}/waits/{waitId}/seat";
    const body = { slotId, bookingId, reason: "현장 요청" };
    const answer = await send(walk, trouble, key, { params: { visitId, waitId: entry.waitId }, body }, walk.manager);
    if (!answer.ok || !slotId || !bookingId) return;
    const sequence = (walk.told.get(bookingId)?.sequence ?? -1) + 1;
    expect(answer.value).toMatchObject({ slotId, state: "confirmed", sequence });
    walk.told.set(bookingId, { person, visitId, bookingId, slotId, state: "confirmed", sequence });
  });

export const apply = (person: number, trouble: Trouble): Step =>
  step(`${person} applies (${trouble})`, async (walk) => {
    const { postingId } = walk.employers[2];
    const summary = { wishedJob: "조립", years: 3, experience: "조립 3년" };
    const params = { visitId: walk.here.visitId, applicationId: anId("apl") };
    const body = { postingId, summary, consentVersion: currentConsentVersion.to_employer };
    const key = "PUT /api/me/visits/{visitId}/applications/{applicationId}";
    await send(walk, trouble, key, { params, body }, personOf(walk, person));
  });

/** The employer answers somebody who applied; accepting seats them, by the rules of any booking. */
export const decide = (which: number, slot: number, decision: "accept" | "decline", trouble: Trouble): Step =>
  step(`employer will ${decision} ${which} for ${slot} (${trouble})`, async (walk) => {
    const { employerId, employer } = walk.employers[2];
    const { visitId, screened } = walk.here;
    const open = (await agendasAt(walk, visitId)).flatMap((agenda, person) =>
      Object.values(agenda?.applications ?? {}).flatMap(({ applicationId, state }) =>
        state === "applied" ? [{ person, applicationId }] : [],
      ),
    );
    if (open.length === 0 || screened.length === 0) return;
    const { person, applicationId } = pick(open, which);
    const slotId = pick(screened, slot);
    const expected = bookingAnswer(await lookAt(walk, { visitId, slotId, person }), walk.world.deps.clock.now(), "staff");
    const key = "POST /api/employers/{employerId}/visits/{visitId}/applications/{applicationId}/decision";
    const body = decision === "accept" ? { decision, slotId } : { decision };
    const answer = await send(walk, trouble, key, { params: { visitId, employerId, applicationId }, body }, employer);
    expect(answered(answer)).toBe(decision === "accept" ? expected : "ok");
    const made = await newsAt(walk, visitId);
    expect(made).toMatchObject(answer.ok && decision === "accept" ? [{ person, slotId, state: "confirmed", sequence: 0 }] : []);
    for (const one of made) walk.told.set(one.bookingId, one);
  });
