import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { slotKey, visitKey, visitsIndex } from "../../functions/platform/keys.ts";
import type { Place } from "../../shared/domain/place.ts";
import type { Visit } from "../../shared/domain/visit.ts";
import { bookSlot, cancelBooking } from "../support/booking.ts";
import { anId, anOpenVisit, aProfile, aSeeker, type OpenVisit } from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { aPlanOf, carriedOut } from "../support/plans.ts";
import { aWorld, type World } from "../support/world.ts";

/** The visit is on Thursday 3 December 2026; lists go out on Tuesday at 15:00 in Seoul. */
const tenDaysBefore = "2026-11-23T01:00:00.000Z";
const listAt = "2026-12-01T06:00:00.000Z";
const hr = (aProfile().contact as { mail: string }).mail;
const [listChanged, cancelled, moved] = ["현장면접 명단이 바뀌었습니다", "방문이 취소되었습니다", "방문 날짜·장소가 바뀌었습니다"];

let world: World;
let visit: OpenVisit;
beforeEach(async () => {
  world = await aWorld(tenDaysBefore);
  visit = await anOpenVisit(world, { pattern: { to: "17:00" } });
  await world.settle();
});
afterEach(() => world.close());

/** What a plan writes of a visit, and of a time; the plan itself is tested elsewhere. */
const changeVisit = (over: Partial<Visit>, place: Partial<Place> = {}) => {
  const visitId = visit.visitId as Visit["visitId"];
  const index = over.date && visitsIndex(over.date, visitId);
  return world.table.doc.send(
    new UpdateCommand({
      TableName: world.deps.db.table,
      Key: visitKey(visitId),
      UpdateExpression: `SET ${[
        ...Object.keys(over).map((name) => `visit.#${name} = :${name}`),
        ...Object.keys(place).map((name) => `place.#${name} = :${name}`),
      ].join(", ")}${index ? ", gsi1sk = :sk" : ""} ADD version :one`,
      ExpressionAttributeNames: Object.fromEntries(Object.keys({ ...over, ...place }).map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ...Object.fromEntries(Object.entries({ ...over, ...place }).map(([name, value]) => [`:${name}`, value])),
        ...(index && { ":sk": index.gsi1sk }),
        ":one": 1,
      },
    }),
  );
};
const changeSlot = (place: number, set: string, values: Record<string, unknown>) =>
  world.table.doc.send(
    new UpdateCommand({
      TableName: world.deps.db.table,
      Key: slotKey(visit.visitId as never, visit.slots[place] as never),
      UpdateExpression: `SET ${set} ADD version :one`,
      ...(set.includes("#state") && { ExpressionAttributeNames: { "#state": "state" } }),
      ExpressionAttributeValues: { ...values, ":one": 1 },
    }),
  );

const tell = async () => {
  for (let i = 0; i < 2; i++) await world.fire("tell-employers");
};
const news = (about: string) => newsTo(world, hr).filter(({ subject }) => subject === about);
const textOfLast = async () => (await lastNews(world, hr)).text;
const aGuest = async (place: number) => {
  const seeker = await aSeeker(world, visit.visitId);
  const bookingId = anId("bkg");
  await bookSlot(world, visit, visit.slots[place] ?? "", seeker, bookingId);
  return { seeker, bookingId };
};

describe("when a visit is cancelled", () => {
  test("before the list was told, an employer that has times there is told once", async () => {
    await aGuest(3);
    await tell();
    await changeVisit({ state: "cancelled" });
    await tell();
    expect(news(cancelled)).toHaveLength(1);
    expect(await textOfLast()).toMatch(/12월 3일\(목\) .*, 청량리역 광장/);
  });

  test("after it, it is told once and in one mail, whether the bookings have ended yet or not", async () => {
    const { seeker, bookingId } = await aGuest(0);
    await aGuest(3);
    world.deps.clock.set(listAt);
    await tell();
    await changeVisit({ state: "cancelled" });
    await tell();
    await cancelBooking(world, visit, bookingId, { ...seeker, ...(await world.signIn(seeker.mail)) });
    await tell();
    expect(news(cancelled)).toHaveLength(1);
    expect(news(listChanged)).toEqual([]);
    expect(await textOfLast()).toContain("현장면접도 모두 취소되었습니다");
  });

  test("an employer that took its times back before is not told", async () => {
    const { employerId, employer } = visit;
    const { requests } = await world.get("GET /api/employers/{employerId}/slot-requests", { params: { employerId } }, employer);
    const params = { employerId, slotRequestId: requests[0]?.request.slotRequestId ?? "" };
    await world.get("DELETE /api/employers/{employerId}/slot-requests/{slotRequestId}", { params }, employer);
    await tell();
    await changeVisit({ state: "cancelled" });
    await tell();
    expect(news(cancelled)).toEqual([]);
  });
});

describe("when a visit is moved", () => {
  test("to another place, an employer is told once, also long before the list", async () => {
    await tell();
    await changeVisit({ placeId: "dobong-changdong" as Visit["placeId"] }, { nameKo: "창동역 1번 출구", nameEn: "Changdong Station" });
    await tell();
    expect(news(moved)).toHaveLength(1);
    const text = await textOfLast();
    expect(text).toContain("청량리역 광장");
    expect(text).toContain("창동역 1번 출구");
  });

  test("to another day after the list, the mail says both days and each interview whose time changed", async () => {
    await aGuest(0);
    world.deps.clock.set(listAt);
    await tell();
    await changeVisit({ date: "2026-12-10" as Visit["date"] });
    await changeSlot(0, "facts.startsAt = :at", { ":at": "2026-12-10T02:00:00.000Z" });
    await tell();
    expect(news(moved)).toHaveLength(1);
    const text = await textOfLast();
    expect(news(listChanged)).toEqual([]);
    for (const day of ["12월 3일(목)", "12월 10일(목)"]) expect(text).toContain(day);
    expect(text).toContain("오전 10시: 방문 일정이 바뀌어 오전 11시로 옮겼습니다");
  });
});

describe("when a desk changes after the list", () => {
  test("a later start, another desk and a time that is no longer held are told as what they are", async () => {
    await aGuest(0);
    await aGuest(3);
    const released = await aGuest(6);
    world.deps.clock.set(listAt);
    await tell();
    await changeSlot(0, "facts.startsAt = :at", { ":at": "2026-12-03T01:10:00.000Z" });
    await changeSlot(3, "facts.deskId = :desk", { ":desk": "d2" });
    await cancelBooking(world, visit, released.bookingId, await world.signIn(released.seeker.mail));
    await changeSlot(6, "#state = :withdrawn", { ":withdrawn": "withdrawn" });
    await tell();
    expect(news(listChanged)).toHaveLength(1);
    const text = await textOfLast();
    for (const words of [
      "오전 10시: 창구 시간이 바뀌어 오전 10시 10분에 시작합니다",
      "오전 11시: 창구가 바뀌었습니다",
      "낮 12시: 이 시각의 면접은 없어졌습니다",
    ])
      expect(text).toContain(words);
  });
});

test("the manager's reason stands in the mail", async () => {
  await tell();
  await carriedOut(world, visit, aPlanOf({ kind: "cancel-visit" }, { reason: "태풍 예보로 안전이 걱정됩니다" }));
  await tell();
  const mail = await lastNews(world, hr);
  expect(mail.subject).toBe(cancelled);
  expect(mail.text).toContain("이유: 태풍 예보로 안전이 걱정됩니다");
});
