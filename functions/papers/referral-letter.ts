import { centre } from "../../shared/centre.ts";
import type { Referral } from "../../shared/contract/referrals.ts";
import { employmentTypeLabels, occupationLabels } from "../../shared/copy/codes.ts";
import { enrolmentWords } from "../../shared/copy/enrolment.ts";
import { payText } from "../../shared/copy/pay-text.ts";
import { referralPaperWords } from "../../shared/copy/referral-papers.ts";
import { dateText, type Instant, seoulTimeOf, timeText, yearOf } from "../../shared/domain/seoul-time.ts";
import { longDate } from "./paper-dates.ts";
import type { PaperFonts } from "./paper-fonts.ts";
import { type Row, writePaper } from "./write-paper.ts";

type Letter = { referral: Referral; name: string; employerAddress: string | null; at: Instant };

/** What somebody has done, in one line each. */
export const careerText = (careers: NonNullable<Referral["summary"]>["careers"]): string =>
  careers.map(({ what, years }) => enrolmentWords.ko.careerLine(what, years)).join("\n");

const rowsOf = ({ referral, name, employerAddress }: Letter): Row[] => {
  const words = referralPaperWords.letter;
  const { summary, draft, employerNameKo, placeNameKo, visitOn, interview, byName, answeredAt } = referral;
  const visitDate = `${yearOf(visitOn)}년 ${dateText(visitOn, "ko")}`;
  const when = interview
    ? words.interviewAt(`${longDate(interview.startsAt)} ${timeText(seoulTimeOf(interview.startsAt), "ko")}`, placeNameKo)
    : words.noTime(visitDate, placeNameKo);
  const all: [string, string | null | undefined][] = [
    [words.name, name],
    [words.occupations, summary?.occupations.map((code) => occupationLabels[code].ko).join(", ")],
    [words.careers, summary && careerText(summary.careers)],
    [words.qualifications, summary?.qualifications],
    [words.employer, employerNameKo],
    [words.address, employerAddress],
    [words.job, draft.titleKo],
    [words.occupation, occupationLabels[draft.occupation].ko],
    [words.employment, employmentTypeLabels[draft.employmentType].ko],
    [words.pay, payText(draft.pay, "ko")],
    [words.hours, draft.workTimeKo],
    [words.interview, when],
    [words.referredOn, answeredAt && longDate(answeredAt)],
    [words.by, byName],
  ];
  return all.flatMap(([ko, value]) => (value ? [{ label: { ko }, value }] : []));
};

/** The referral letter (취업알선장) that a seeker hands in to the employer. */
export const referralLetter = (fonts: PaperFonts, letter: Letter): Promise<Uint8Array> => {
  const { letter: words, issuer, noSeal, phone } = referralPaperWords;
  return writePaper(fonts, { title: words.title, at: letter.at }, (paper) => {
    paper.line(words.title, { size: 26, weight: "bold", align: "center", gap: 20 });
    paper.rows(rowsOf(letter));
    paper.gap(26);
    paper.line(words.statement, { size: 12.5, align: "center", gap: 4 });
    paper.line(words.back, { size: 9.5, align: "center", colour: "faint", gap: 20 });
    paper.line(longDate(letter.at), { size: 12.5, align: "center", gap: 14 });
    paper.line(`${issuer} ${noSeal}`, { size: 17, weight: "bold", align: "center" });
    paper.line(phone(centre.phone), { size: 9.5, align: "center", colour: "faint" });
  });
};
