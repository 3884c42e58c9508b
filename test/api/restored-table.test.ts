import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { forgetListed } from "../../functions/entry/forget-listed.ts";
import type { Item } from "../../functions/platform/db.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { bookSlot } from "../support/booking.ts";
import { aConsultation, aNextStep, anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { aFinder, aFoundFirm, aLeadContact } from "../support/leads.ts";
import { registrationOf } from "../support/registrations.ts";
import { restored } from "../support/restored.ts";
import { aSignedUpFirm, aTalk } from "../support/talks.ts";
import { must } from "../support/whole-season.ts";
import { aWorld, type World } from "../support/world.ts";

const start = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld(start);
  visit = await anOpenVisit(world);
});
afterAll(() => world.close());
beforeEach(() => world.deps.clock.set(start));

/** What is left of a copy once it has forgotten again, twice: the second run finds nothing to do. */
const leftOf = async (copied: readonly Item[]): Promise<Item[]> => {
  const copy = await restored(copied, world.table);
  const deps = { ...world.deps, db: copy.db };
  try {
    await forgetListed(deps);
    const once = await copy.allItems();
    await forgetListed(deps);
    expect(await copy.allItems()).toEqual(once);
    return once;
  } finally {
    await copy.close();
  }
};

describe("a table that is restored from an older copy", () => {
  test("brings back no firm that was deleted on its wish, nor one that took its sign-up back; what it counted stays", async () => {
    const finder = await aFinder(world);
    const [gone, stays] = [await aFoundFirm(world, finder), await aFoundFirm(world, finder)];
    for (const { leadId } of [gone, stays]) {
      const params = { leadId, contactId: anId("lco") };
      await world.get("PUT /api/office/leads/{leadId}/contacts/{contactId}", { params, body: aLeadContact(finder.accountId) }, finder);
    }
    const [talk, kept] = [await aSignedUpFirm(world, visit.visitId, finder), await aSignedUpFirm(world, visit.visitId, finder)];
    const own = { employerId: visit.employerId, talkId: anId("tlk") };
    const ownTalk = "/api/office/employers/{employerId}/talks/{talkId}" as const;
    await world.get(`PUT ${ownTalk}`, { params: own, body: aTalk(visit.visitId) }, visit.employer);
    const before = await world.table.allItems();
    world.deps.clock.forward(1);
    const body = { reason: "담당자 요청" };
    await world.get("POST /api/office/leads/{leadId}/erasure", { params: { leadId: gone.leadId }, body }, finder);
    await world.get("POST /api/office/talks/{talkId}/erasure", { params: { talkId: talk.talkId }, body }, finder);
    await world.get(`POST ${ownTalk}/withdrawal`, { params: own }, visit.employer);

    const left = await leftOf(before);
    const typesOf = (id: string) => left.filter((item) => JSON.stringify(item).includes(id)).map(({ type }) => type);
    expect(typesOf(gone.leadId)).toEqual(["lead-count"]);
    expect(typesOf(stays.leadId)).toEqual(expect.arrayContaining(["lead", "lead-contact", "lead-number"]));
    for (const { talkId } of [talk, own]) expect(typesOf(talkId).filter((type) => type !== "concern-count")).toEqual([]);
    expect(typesOf(kept.talkId)).toEqual(expect.arrayContaining(["talk", "concern"]));
  });

  test("brings back nothing that people need, belong to, or let an employer know, once they took it back; what they said anew stays", async () => {
    const say = async (name: string) => {
      const seeker = await aSeeker(world, visit.visitId, { name });
      const { registrationId } = await registrationOf(world, visit, seeker);
      const personId = (await world.table.allItems()).find((item) => item.registrationId === registrationId && item.personId)?.personId;
      const params = { visitId: visit.visitId, bookingId: anId("bkg") };
      const slotId = visit.slots[names.indexOf(name)] ?? "";
      await must(bookSlot(world, visit, slotId, seeker, params.bookingId));
      const needs = { needs: ["plain"], consentVersion: currentConsentVersion.sensitive_support };
      await must(world.call("PUT /api/me/support/needs", { body: needs }, seeker));
      const groups = { groups: ["disability"], consentVersion: currentConsentVersion.support_groups };
      await must(world.call("PUT /api/me/support/groups", { body: groups }, seeker));
      const share = { needs: ["plain"], consentVersion: currentConsentVersion.share_accommodation };
      await must(world.call("PUT /api/me/visits/{visitId}/bookings/{bookingId}/needs-share", { params, body: share }, seeker));
      return { seeker, params, personId, needs };
    };
    const names = ["거둔이", "공유만거둔이", "다시말한이", "그대로둔이"];
    const [all, shareOnly, anew, stays] = [
      await say("거둔이"),
      await say("공유만거둔이"),
      await say("다시말한이"),
      await say("그대로둔이"),
    ];
    const before = await world.table.allItems();
    world.deps.clock.forward(1);
    for (const { seeker } of [all, anew]) {
      await must(world.call("DELETE /api/me/support/needs", {}, seeker));
      await must(world.call("DELETE /api/me/support/groups", {}, seeker));
    }
    await must(
      world.call("DELETE /api/me/visits/{visitId}/bookings/{bookingId}/needs-share", { params: shareOnly.params }, shareOnly.seeker),
    );
    world.deps.clock.forward(1);
    await must(world.call("PUT /api/me/support/needs", { body: anew.needs }, anew.seeker));
    const since = await world.table.allItems();

    const typesIn = (items: readonly Item[], personId: unknown) =>
      items
        .filter((item) => item.personId === personId && /^support-/.test(`${item.type}`))
        .map(({ type }) => type)
        .sort();
    const left = await leftOf(before);
    expect(typesIn(left, all.personId)).toEqual([]);
    expect(typesIn(left, shareOnly.personId)).toEqual(["support-groups", "support-needs"]);
    expect(typesIn(left, stays.personId)).toEqual(["support-groups", "support-needs", "support-share"]);
    expect(typesIn(await leftOf(since), anew.personId)).toEqual(["support-needs"]);
  });

  test("brings back no note of a talk that was struck", async () => {
    const writer = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
    const seeker = await aSeeker(world, visit.visitId);
    const { registrationId } = await registrationOf(world, visit, seeker);
    const at = { visitId: visit.visitId, registrationId, consultationId: anId("con") };
    const note = "/api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}" as const;
    await world.get(`PUT ${note}`, { params: at, body: aConsultation({ note: "다른 분의 말", next: aNextStep() }) }, writer);
    const before = await world.table.allItems();
    world.deps.clock.forward(1);
    const strike = "POST /api/office/visits/{visitId}/people/{registrationId}/consultations/{consultationId}/striking" as const;
    await world.get(strike, { params: at, body: { reason: "다른 분의 글" } }, writer);
    const left = (await leftOf(before)).filter(({ consultationId }) => consultationId === at.consultationId);
    expect(left).toMatchObject([{ type: "desk-note", state: "struck" }]);
  });
});
