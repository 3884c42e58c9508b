import type { EmployerTime, TableDay } from "../../shared/contract/table.ts";
import { TableDay as Answer, TableProfile } from "../../shared/contract/table.ts";
import { addMinutes, Instant } from "../../shared/domain/seoul-time.ts";
import { interviewStates } from "../../shared/domain/table-pairing.ts";

const id = (prefix: string, last: number | string) => `${prefix}_0000000000000000000000000${last}`;
const first = Instant.parse("2026-11-26T01:00:00.000Z");
const noted = { outcome: "second_interview", notedAt: first, by: "table", version: 1 };

/** Interviews in every state, one with a result, one at another desk, and a time that nobody has; 10:00 to 14:00 in Seoul. */
const times = [...interviewStates, "arrived" as const].map((state, i) => ({
  slotId: `slt_00000000000000000000000000-0${i}`,
  startsAt: addMinutes(first, i * 30),
  endsAt: addMinutes(first, i * 30 + 30),
  deskId: i === 6 ? "d2" : "d1",
  deskLabel: i === 6 ? "면접 2번 창구" : "면접 1번 창구",
  postingTitleKo: i === 6 ? "품질 검사원" : "펌프 부품 조립원",
  interview: {
    bookingId: id("bkg", i),
    registrationId: id("reg", i),
    label: ["expected", "late"].includes(state) ? null : `7K3${i}`,
    state,
    takesResult: !["expected", "late"].includes(state),
    outcome: state === "done" ? noted : null,
  },
}));

/** What a paired device is answered. */
export const aTableDay: TableDay = Answer.parse({
  visitId: id("vis", 0),
  date: "2026-11-26",
  endsAt: "2026-11-26T08:00:00.000Z",
  employerNameKo: "㈜솔버들정밀",
  employerNameEn: "Solbeodeul Precision",
  deskId: "d1",
  deskLabel: "면접 1번 창구",
  now: id("bkg", interviewStates.indexOf("serving")),
  next: id("bkg", interviewStates.indexOf("called")),
  times: [
    ...times,
    {
      ...times[0],
      slotId: "slt_00000000000000000000000000-09",
      startsAt: addMinutes(first, 300),
      endsAt: addMinutes(first, 330),
      interview: null,
    },
  ],
  walkIns: [
    { number: "A-003", state: "called" },
    { number: "B-012", state: "waiting" },
  ],
});

/** The same as the console is answered. */
export const employersTimes: { times: EmployerTime[] } = {
  times: aTableDay.times.map(({ interview, ...time }, i) => ({
    ...time,
    interview: interview && { ...interview, sharesNeeds: i % 2 === 1 },
  })),
};

export const aTableProfile: TableProfile = TableProfile.parse({
  name: "한누리",
  needs: ["large_print", "companion"],
  summary: {
    wishedJob: "부품 조립",
    years: 12,
    experience: "펌프 부품을 조립하고 검사했습니다.\n3년 동안 조를 이끌었습니다.",
    licences: "지게차운전기능사",
  },
});
