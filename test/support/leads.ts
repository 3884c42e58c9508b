import { anId } from "./builders.ts";
import type { Browser, World } from "./world.ts";

let numbers = 0;
/** Another business number that cannot be issued (000-) with a right checksum. */
export const aBusinessNumber = (): string => {
  numbers += 1;
  const first = `000${String(numbers).padStart(6, "0")}`;
  const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
  const digits = Array.from(first, Number);
  const sum = weights.reduce((total, weight, i) => total + weight * (digits[i] ?? 0), Math.floor(((digits[8] ?? 0) * 5) / 10));
  return `${first}${(10 - (sum % 10)) % 10}`;
};

export const aLead = (over: Record<string, unknown> = {}) => ({
  nameKo: "㈜솔버들정밀",
  businessNumber: aBusinessNumber(),
  districtCode: "11545",
  contact: { name: "윤다래", phone: "02-000-0001" },
  ...over,
});

/** A call, and what is to be done next. */
export const aLeadContact = (accountId: string, over: Record<string, unknown> = {}) => ({
  ...{ kind: "call", heldOn: "2026-11-23", outcome: "call_back", note: "담당자가 다음 주에 다시 걸어 달라고 함." },
  team: [accountId],
  next: null,
  ...over,
});

export const aLeadSource = (lookerId: string, over: Record<string, unknown> = {}) => ({
  ...{ nameKo: "고용24 금천구 신규 공고", kind: "work24", where: "https://example.com/jobs", lookerId, everyDays: 7, ended: false },
  ...over,
});

/** Somebody who finds firms. */
export const aFinder = async (world: World): Promise<Browser & { accountId: string }> => {
  const browser = await world.staff(`${anId("finder").toLowerCase()}@center.example.com`, ["outreach"]);
  const { accountId } = await world.get("GET /api/me", {}, browser);
  return { ...browser, accountId };
};

/** A firm that was found. */
export const aFoundFirm = async (world: World, finder: Browser, over: Record<string, unknown> = {}) => {
  const leadId = anId("lea");
  const lead = aLead(over);
  const found = await world.get("PUT /api/office/leads/{leadId}", { params: { leadId }, body: { lead } }, finder);
  return { ...found, leadId };
};
