import { anId } from "./builders.ts";
import type { Browser, World } from "./world.ts";

export const aConcern = (over: Record<string, unknown> = {}) => ({
  ...{ concernId: anId("ccn"), category: "hiring", text: "용접공을 여섯 달째 구하지 못하고 있습니다." },
  ...over,
});

/** What a firm says when it signs up for the talk of a visit. */
export const aTalk = (visitId: string, over: Record<string, unknown> = {}) => ({
  visitId,
  contact: { name: "윤다래", title: "대표", phone: "02-000-0001", mail: "ceo@talks.example.com" },
  concerns: [aConcern()],
  ...over,
});

/** A firm without an account, signed up by staff. */
export const aSignedUpFirm = async (world: World, visitId: string, staff: Browser, over: Record<string, unknown> = {}) => {
  const talkId = anId("tlk");
  const body = { nameKo: "㈜가람정공", ...aTalk(visitId, over) };
  return world.get("PUT /api/office/talks/{talkId}", { params: { talkId }, body }, staff);
};
