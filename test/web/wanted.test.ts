import { describe, expect, test } from "vitest";
import type { PublicEmployer } from "../../shared/contract/public.ts";
import { Timetable, timetableSlots } from "../../shared/domain/timetable.ts";
import { madeBefore } from "../../web/src/seeker/booking/made-before.ts";
import { employerOf, type Wanted, wantedIn } from "../../web/src/seeker/booking/wanted.ts";

const ulid = "01MDMGN700DFZ8AXNY2C152KX";
const postingId = `pst_${ulid}1`;
const employers = [{ nameKo: "가온", postings: [{ postingId, draft: { titleKo: "포장" } }] }] as unknown as PublicEmployer[];
const timetable = (index: number, of: Partial<Timetable>) =>
  Timetable.parse({
    ...{ slotRequestId: `srq_${ulid}${index}`, kind: "interview", mode: "open", postingId: null, service: null, minutes: 20, seats: 1 },
    ...{ times: [{ no: "00", at: "10:00", free: 1 }], ...of },
  });
const slots = timetableSlots("2026-11-26" as never, [
  timetable(1, { postingId: postingId as never }),
  timetable(2, { kind: "counselling", service: "resume" }),
]);
const visit = { employers, slots };
const [interview, counselling] = slots.map(({ slotId }) => slotId);

const read = (search: string) => wantedIn(search, visit);

describe("what an address asks for", () => {
  test("a time, with its job and employer, or its service", () => {
    expect(read(`?slot=${interview}`)).toMatchObject({
      does: "book",
      slot: { slotId: interview },
      subject: { kind: "job", employer: { nameKo: "가온" } },
    });
    expect(read(`?slot=${counselling}`)).toMatchObject({ does: "book", subject: { kind: "service", service: "resume" } });
  });

  test("to wait for one time, for any of a job, for any of a service", () => {
    expect(read(`?wait=${interview}`)).toMatchObject({ does: "wait", slot: { slotId: interview }, subject: { kind: "job" } });
    expect(read(`?wait=${postingId}`)).toMatchObject({ does: "wait", slot: undefined, subject: { kind: "job" } });
    expect(read("?wait=aptitude")).toEqual({ does: "wait", slot: undefined, subject: { kind: "service", service: "aptitude" } });
  });

  test("to apply, to come, or nothing", () => {
    expect(read(`?apply=${postingId}`)).toMatchObject({ does: "apply", subject: { posting: { postingId } } });
    expect(read("?register")).toEqual({ does: "come" });
    expect(read("")).toBeUndefined();
  });

  test.each(["?slot=nothing", "?wait=toString", `?apply=pst_${ulid}9`])("%s: what is not there is missed", (search) => {
    expect(read(search)).toEqual({ does: "miss" });
  });

  test("tells an employer of it only where one interviews", () => {
    expect(employerOf(read(`?wait=${interview}`) as Wanted)).toMatchObject({ nameKo: "가온" });
    expect(employerOf(read(`?slot=${counselling}`) as Wanted)).toBeUndefined();
  });
});

describe("somebody who comes back to the address of a wish", () => {
  const mine = (of: object) => ({ bookings: [], waits: [], applications: [], ...of }) as never;
  const wish = (search: string) => read(search) as Exclude<Wanted, { does: "miss" }>;

  test("has booked this very time, unless it ended", () => {
    const booked = (state: string) => mine({ bookings: [{ booking: { slotId: interview, state } }] });
    expect(madeBefore(wish(`?slot=${interview}`), booked("confirmed"))).toMatchObject({ does: "book" });
    expect(madeBefore(wish(`?slot=${interview}`), booked("cancelled_by_person"))).toBeUndefined();
    expect(madeBefore(wish(`?slot=${counselling}`), booked("confirmed"))).toBeUndefined();
  });

  test("waits for any time, which is not to wait for one, nor for an earlier one", () => {
    const waits = (more: object) => mine({ waits: [{ entry: { list: postingId, ...more }, place: 2 }] });
    expect(madeBefore(wish(`?wait=${postingId}`), waits({}))).toMatchObject({ does: "wait", wait: { place: 2 } });
    expect(madeBefore(wish(`?wait=${interview}`), waits({}))).toBeUndefined();
    expect(madeBefore(wish(`?wait=${interview}`), waits({ slotId: interview }))).toMatchObject({ does: "wait" });
    expect(madeBefore(wish(`?wait=${postingId}`), waits({ replaces: "bkg_1" }))).toBeUndefined();
  });

  test("may apply again once an application was withdrawn", () => {
    const applied = (state: string) => mine({ applications: [{ application: { postingId, state } }] });
    expect(madeBefore(wish(`?apply=${postingId}`), applied("applied"))).toMatchObject({ does: "apply" });
    expect(madeBefore(wish(`?apply=${postingId}`), applied("withdrawn"))).toBeUndefined();
  });
});
