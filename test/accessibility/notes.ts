import type { RefusedNote } from "../../shared/contract/desk-notes.ts";
import type { PartnerLink, PartnerLinks } from "../../shared/contract/partner-links.ts";
import { ConsultationId, PartnerLinkId, VisitId } from "../../shared/domain/ids.ts";
import { firstPartners, type Partner } from "../../shared/domain/partner.ts";
import { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { anId } from "../support/builders.ts";

const aRefusedNote = (over: Partial<RefusedNote>): RefusedNote => ({
  ...{ visitId: VisitId.parse(anId("vis")), consultationId: ConsultationId.parse(anId("con")), visitOn: LocalDate.parse("2026-11-26") },
  ...{ receivedAt: Instant.parse("2026-11-26T01:20:00.000Z"), refusal: "in-future", whom: "김하늘", isWalkIn: false },
  said: {
    ...{ kind: "resume", channel: "onsite", outcomes: ["info_given"], heldAt: Instant.parse("2027-01-26T01:00:00.000Z"), next: null },
    note: "이력서를 같이 고쳤고 오전 근무를 원하심.\n다음 방문에 다시 오시기로 함.",
  },
  ...over,
});

/** Notes that came from a phone and could not be written: one to mend, one of a walk-in, and one that does not open. */
export const refusedNotes = {
  notes: [
    aRefusedNote({}),
    aRefusedNote({ refusal: "device-revoked", whom: "B-014", isWalkIn: true }),
    aRefusedNote({ refusal: "unreadable", whom: null, said: null }),
  ],
};

const linkedTo = (id: string): Pick<PartnerLink, "partnerId" | "partner"> => {
  const { partnerId, nameKo, nameEn, phone } = firstPartners.find((partner) => partner.partnerId === id) ?? (firstPartners[0] as Partner);
  return { partnerId, partner: { nameKo, nameEn, phone } };
};

/** Handed on to three partners: asked still, known, and taken back. */
export const somePartnerLinks: PartnerLinks = {
  ...{ name: "김하늘", phone: "01000001234", partners: [...firstPartners] },
  links: [
    {
      ...{
        linkId: PartnerLinkId.parse(anId("lnk")),
        ...linkedTo("dodam-finance"),
        what: "채무 조정 상담을 받고 싶어 하심",
        state: "linked",
      },
      ...{ agreedAt: Instant.parse("2026-11-26T01:10:00.000Z"), dueOn: LocalDate.parse("2026-12-10"), result: null },
      ...{ byName: "한결이", version: 1 },
    },
    {
      ...{ linkId: PartnerLinkId.parse(anId("lnk")), ...linkedTo("eokjeong-employment"), what: "직업훈련 안내", state: "linked" },
      ...{ agreedAt: Instant.parse("2026-11-12T01:10:00.000Z"), dueOn: null, result: "helped", byName: null, version: 2 },
    },
    {
      ...{ linkId: PartnerLinkId.parse(anId("lnk")), ...linkedTo("dalbit-mind"), what: null, state: "withdrawn" },
      ...{ agreedAt: Instant.parse("2026-10-29T01:10:00.000Z"), dueOn: null, result: null, byName: "한결이", version: 2 },
    },
  ],
};
