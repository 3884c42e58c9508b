import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inquiryLimits } from "../../functions/inquiries/inquiry-writes.ts";
import type { Inquiry } from "../../shared/contract/inquiries.ts";
import { refusalOf } from "../support/booking.ts";
import { anId } from "../support/builders.ts";
import { aBrowser } from "../support/calls.ts";
import { anInquiry } from "../support/inquiries.ts";
import { aFinder } from "../support/leads.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { aDesk } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const now = "2026-11-23T01:00:00.000Z";
const answerText = "네, 하루 전까지 바꾸실 수 있습니다.\n내 예약에서 바로 바꾸세요.";

let world: World;
let staff: Browser;
beforeAll(async () => {
  world = await aWorld(now);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.deps.clock.set(now);
  staff = await aFinder(world);
});

let asked = 0;
/** Another address each time, so that no limit of one is met by chance. */
const ask = (over: Record<string, unknown> = {}, inquiryId = anId("inq"), browser = aBrowser()) => {
  asked += 1;
  return world.call(
    "PUT /api/inquiries/{inquiryId}",
    { params: { inquiryId }, body: anInquiry({ mail: `a${asked}@inquiry.example.com`, ...over }) },
    browser,
  );
};
const listed = async (list: "open" | "answered" = "open", after?: string): Promise<Inquiry[]> => {
  const page = await world.get("GET /api/office/inquiries", { query: { list, ...(after && { after }) } }, staff);
  return page.next ? [...page.inquiries, ...(await listed(list, page.next))] : page.inquiries;
};
const answer = (inquiryId: string, text = answerText) =>
  world.call("PUT /api/office/inquiries/{inquiryId}/answer", { params: { inquiryId }, body: { answer: text } }, staff);
const anAsked = async (over: Record<string, unknown> = {}) => {
  const inquiryId = anId("inq");
  const said = await ask(over, inquiryId);
  if (!said.ok) throw new Error(refusalOf(said));
  return inquiryId;
};

describe("somebody who asks", () => {
  test("needs no account, and is in the list once, however often it is sent", async () => {
    const inquiryId = anId("inq");
    const over = { mail: "once@inquiry.example.com" };
    expect([(await ask(over, inquiryId)).status, (await ask(over, inquiryId)).status]).toEqual([204, 204]);
    expect(refusalOf(await ask({ ...over, text: "다른 것" }, inquiryId))).toBe("id-taken");
    expect((await listed()).filter((one) => one.inquiryId === inquiryId)).toMatchObject([
      { topic: "booking", name: "홍길동", mail: "once@inquiry.example.com", phone: null, answer: null },
    ]);
  });

  test.for([
    ["a resident number in the question", { text: "제 번호는 900101-1234567" }, "/text resident-number"],
    ["a resident number for a name", { name: "900101-1234567" }, "/name resident-number"],
    ["nowhere to answer", { mail: undefined }, "/mail required"],
    ["an address that is none", { mail: "nobody" }, "/mail mail-format"],
    ["no agreement", { agreed: undefined }, "/agreed required"],
    ["nothing that it is about", { topic: "weather" }, "/topic not-a-choice"],
  ] as const)("is refused with %s, and nothing is written", async ([, over, refused]) => {
    await world.table.newRecords();
    const said = await ask(over);
    expect(said.ok ? [] : (said.problem.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([refused]);
    expect(await world.table.newRecords()).toEqual([]);
  });

  test("may ask ten times an hour from one network, whatever addresses they name, and is told when again", async () => {
    const browser = aBrowser();
    const said: Awaited<ReturnType<typeof ask>>[] = [];
    for (let n = 0; n < 11; n += 1) said.push(await ask({}, anId("inq"), browser));
    expect(said.slice(0, 10).every(({ ok }) => ok)).toBe(true);
    expect([said[10]?.status, said[10]?.headers.get("retry-after")]).toEqual([429, String(60 * 60)]);
    expect((await ask()).ok).toBe(true);
    world.deps.clock.set("2026-11-23T02:00:00.000Z");
    expect((await ask({}, anId("inq"), browser)).ok).toBe(true);
  });

  test("may be answered at one address five times a day, from whichever network", async () => {
    const mail = "flooded@inquiry.example.com";
    const said: boolean[] = [];
    for (let n = 0; n < 6; n += 1) said.push((await ask({ mail })).ok);
    expect(said).toEqual([true, true, true, true, true, false]);
  });
});

describe("an answer", () => {
  test("goes by mail to the address that was given, in the language of who asked, once", async () => {
    const inquiryId = await anAsked({ mail: "answered@inquiry.example.com", locale: "en" });
    expect((await answer(inquiryId)).ok).toBe(true);
    expect((await answer(inquiryId)).ok).toBe(true);
    expect(refusalOf(await answer(inquiryId, "다른 답"))).toBe("inquiry-answered");
    const records = await world.table.newRecords();
    for (let i = 0; i < 3; i++) await world.deliver(records);
    expect(newsTo(world, "answered@inquiry.example.com")).toHaveLength(1);
    const { subject, text } = await lastNews(world, "answered@inquiry.example.com");
    expect(subject).toBe("The answer to your inquiry");
    for (const line of answerText.split("\n")) expect(text).toContain(line);
    expect(text).toContain("Booking and cancelling");
    expect(text).not.toContain("홍길동");
    expect((await listed()).map((one) => one.inquiryId)).not.toContain(inquiryId);
    expect((await listed("answered")).find((one) => one.inquiryId === inquiryId)).toMatchObject({
      answer: answerText,
      answeredBy: "권도경",
    });
  });

  test("to somebody who gave a number alone stands among the calls, with what to say, until somebody called", async () => {
    const inquiryId = await anAsked({ mail: undefined, phone: "010-0000-0123" });
    await answer(inquiryId);
    await world.settle();
    const desk = await aDesk(world);
    const mine = async () =>
      (await world.get("GET /api/staff/undelivered-mails", {}, desk)).mails.filter(
        ({ reader }) => reader.who === "asker" && reader.inquiryId === inquiryId,
      );
    const [call] = await mine();
    expect(call).toMatchObject({ phone: "01000000123", maskedMail: null, state: "no-address", canGoAgain: false });
    expect(call?.reader).toMatchObject({ answer: answerText, question: anInquiry().text });
    expect(JSON.stringify(call)).not.toContain("홍길동");
    await world.get("POST /api/staff/undelivered-mails/{mailId}/call", { params: { mailId: call?.mailId ?? "" } }, desk);
    expect(await mine()).toEqual([]);
  });

  test("with a resident number is refused", async () => {
    const inquiryId = await anAsked();
    expect(refusalOf(await answer(inquiryId, "900101-1234567 번으로"))).toBe("invalid-fields");
    expect(refusalOf(await answer(anId("inq")))).toBe("not-found");
  });

  test("of two at once is one", async () => {
    const inquiryId = await anAsked();
    const both = await Promise.all(["첫째 답", "둘째 답"].map((text) => answer(inquiryId, text)));
    expect(both.map((said) => (said.ok ? "ok" : refusalOf(said))).toSorted()).toEqual(["inquiry-answered", "ok"]);
  });
});

test("the list is paged, the oldest first, each once", async () => {
  const made: string[] = [];
  for (let n = 0; n < 55; n += 1) {
    made.push(await anAsked());
    world.deps.clock.set(new Date(Date.parse(world.deps.clock.now()) + 1000).toISOString());
  }
  const all = (await listed()).map(({ inquiryId }) => String(inquiryId));
  expect(all.filter((id) => made.includes(id))).toEqual(made);
  expect(new Set(all).size).toBe(all.length);
});

test("a look is logged", async () => {
  await anAsked();
  const looks = async () => (await world.table.allEntries()).filter(({ kind }) => kind === "inquiries").length;
  const before = await looks();
  await world.get("GET /api/office/inquiries", {}, staff);
  expect((await looks()) - before).toBe(1);
});

test("what was asked is kept for six months, with an answer or without, and not a day longer", async () => {
  world.deps.clock.set("2027-03-01T01:00:00.000Z");
  staff = await aFinder(world);
  const ids = [await anAsked(), await anAsked()];
  await answer(ids[0] ?? "");
  await world.settle();
  const typesOn = async (day: string) => {
    world.deps.clock.set(`${day}T01:00:00.000Z`);
    await world.fire("purge-data");
    const items = (await world.table.allItems()).filter((item) => ids.some((id) => JSON.stringify(item).includes(id)));
    return items.map(({ type }) => type).sort();
  };
  expect(await typesOn("2027-09-01")).toEqual(["inquiry", "inquiry", "mail"]);
  expect(await typesOn("2027-09-02")).toEqual([]);
});

test("from everywhere together are taken as many as staff could ever read, and a full hour refuses the next, with when to ask again", async () => {
  // A world of its own: what it floods would refuse other tests.
  const flooded = await aWorld(now);
  try {
    const send = (n: number) =>
      flooded.call(
        "PUT /api/inquiries/{inquiryId}",
        { params: { inquiryId: anId("inq") }, body: anInquiry({ mail: `f${n}@inquiry.example.com` }) },
        aBrowser(),
      );
    for (let n = 0; n < inquiryLimits.all.max; n += 20)
      expect((await Promise.all(Array.from({ length: 20 }, (_, i) => send(n + i)))).every(({ ok }) => ok)).toBe(true);
    expect(refusalOf(await send(900))).toBe("too-many-requests");
    flooded.deps.clock.forward(inquiryLimits.all.minutes);
    expect((await send(901)).ok).toBe(true);
  } finally {
    await flooded.close();
  }
});
