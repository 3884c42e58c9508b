import { expect, test } from "vitest";
import type { MyRegistration } from "../../shared/contract/bookings.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import { inMyOrder } from "../../web/src/seeker/mine/in-my-order.ts";

const visit = (visitId: string, date: string, offered = false) =>
  ({ visit: { visitId, date }, waits: offered ? [{ entry: { offer: {} } }] : [] }) as unknown as MyRegistration;
const all = [visit("a", "2026-11-19"), visit("b", "2026-11-26"), visit("c", "2026-12-03", true), visit("d", "2026-12-10")];
const ids = (some: MyRegistration[]) => some.map(({ visit: { visitId } }) => visitId);

test("a seat that waits for an answer comes before nearer visits, and what a mail led to before all", () => {
  const today = "2026-11-26" as LocalDate;
  expect(ids(inMyOrder(all, { today, first: null }).coming)).toEqual(["c", "b", "d"]);
  expect(ids(inMyOrder(all, { today, first: "d" }).coming)).toEqual(["d", "c", "b"]);
  expect(ids(inMyOrder(all, { today, first: null }).past)).toEqual(["a"]);
});
