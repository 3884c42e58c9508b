import { anId } from "../support/builders.ts";

const planId = anId("pln");
const visitId = anId("vis");

/** A plan as the API answers it, in each of its states: whom it touches is a matter of the engine, how it is told is one of the pages. */
export const aPlanAnswer = (state: "draft" | "running" | "done") => {
  const bookings = (choice: object, isChosen: boolean) => [
    {
      bookingId: anId("bkg"),
      startsAt: "2026-12-03T01:00:00.000Z",
      whatKo: "펌프 부품 조립원, ㈜솔버들정밀",
      choice,
      isChosen,
      options: [{ visitId, slotId: `slt_${planId.slice(4)}-03`, startsAt: "2026-12-10T02:00:00.000Z", placeNameKo: "서울역광장" }],
    },
  ];
  const people = [
    { maskedName: "김○늘", waits: 0, applications: 0, bookings: bookings({ do: "cancel" }, false) },
    {
      maskedName: "남궁○○",
      waits: 2,
      applications: 1,
      bookings: bookings({ do: "rebook", visitId, slotId: `slt_${planId.slice(4)}-03` }, true),
    },
    { maskedName: "이○", waits: 1, applications: 0, bookings: [] },
  ].map((person) => ({ registrationId: anId("reg"), ...person }));
  const receipts = people.map(({ registrationId, maskedName, bookings: theirs }, i) => ({
    registrationId,
    maskedName,
    doneAt: "2026-11-26T00:00:00.000Z",
    bookings: theirs.map(({ bookingId, startsAt }) => ({ bookingId, startsAt, result: i === 0 ? "cancelled" : "rebooked" })),
    mail: ["refused", "sent", null][i],
  }));
  return {
    plan: {
      planId,
      visitId,
      change: { kind: "cancel-visit" },
      reason: "태풍 때문에 안전하게 운영하기 어렵습니다.",
      choices: [],
      state,
      madeBy: anId("acc"),
      madeAt: "2026-11-26T00:00:00.000Z",
      startedAt: state === "draft" ? null : "2026-11-26T00:00:00.000Z",
      doneAt: state === "done" ? "2026-11-26T00:01:00.000Z" : null,
      version: 1,
    },
    people,
    employers: [{ employerId: anId("emp"), nameKo: "㈜솔버들정밀", times: 12, booked: 2 }],
    receipts: state === "draft" ? [] : state === "running" ? receipts.slice(0, 2) : receipts,
  };
};
export const planIdOfAnswers = planId;
