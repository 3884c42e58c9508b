import { centre } from "../../shared/centre.ts";
import type { ReferredRow } from "../../shared/contract/referrals.ts";
import { referralPaperWords } from "../../shared/copy/referral-papers.ts";
import { businessNumberText } from "../../shared/domain/business-number-text.ts";
import { dateText, type Instant, type LocalDate, seoulDateOf, seoulTimeOf, timeText, yearOf } from "../../shared/domain/seoul-time.ts";
import { longDate } from "./paper-dates.ts";
import type { PaperFonts } from "./paper-fonts.ts";
import { careerText } from "./referral-letter.ts";
import { type Paper, writePaper } from "./write-paper.ts";

type Referred = {
  employerNameKo: string;
  businessNumber: string;
  visitOn: LocalDate;
  /** In order of application, as the employer may see them now. */
  referrals: readonly ReferredRow[];
  at: Instant;
};

const visitText = (date: LocalDate): string => `${yearOf(date)}년 ${dateText(date, "ko")}`;
const title = (paper: Paper, text: string) => paper.line(text, { size: 24, weight: "bold", align: "center", gap: 18 });

/** The list of people whom the centre referred (알선자 명단), for the employer. */
export const referredList = (fonts: PaperFonts, { employerNameKo, visitOn, referrals, at }: Referred): Promise<Uint8Array> => {
  const { list: words, issuer, noSeal, phone } = referralPaperWords;
  return writePaper(fonts, { title: words.title, at }, (paper) => {
    title(paper, words.title);
    paper.rows([
      { label: { ko: words.employer }, value: employerNameKo },
      { label: { ko: words.visit }, value: visitText(visitOn) },
      { label: { ko: words.count }, value: words.people(referrals.length) },
    ]);
    paper.gap(14);
    if (referrals.length === 0) paper.line(words.none, { size: 12, align: "center", gap: 8 });
    else
      paper.table(
        words.head,
        [0.08, 0.16, 0.24, 0.26, 0.13, 0.13],
        referrals.map(({ name, titleKo, summary, sentAt, interview }, i) => [
          ...[String(i + 1), name, titleKo],
          [careerText(summary.careers), summary.qualifications].filter(Boolean).join("\n"),
          dateText(seoulDateOf(sentAt), "ko"),
          interview ? timeText(seoulTimeOf(interview.startsAt), "ko") : words.noTime,
        ]),
      );
    paper.gap(12);
    paper.line(words.consented, { size: 9.5, colour: "faint", gap: 22 });
    paper.line(longDate(at), { size: 12.5, align: "center", gap: 12 });
    paper.line(`${issuer} ${noSeal}`, { size: 16, weight: "bold", align: "center" });
    paper.line(phone(centre.phone), { size: 9.5, align: "center", colour: "faint" });
  });
};

/** The form by which an employer tells what came of it (채용 결과 통보서); what it has told already stands in it. */
export const resultNotice = (
  fonts: PaperFonts,
  { employerNameKo, businessNumber, visitOn, referrals, at }: Referred,
): Promise<Uint8Array> => {
  const { notice: words } = referralPaperWords;
  const told = ({ interview }: ReferredRow): string => {
    const outcome = interview?.outcome;
    return outcome === "hired" || outcome === "not_hired" ? words.told[outcome] : words.answer;
  };
  return writePaper(fonts, { title: words.title, at }, (paper) => {
    title(paper, words.title);
    paper.rows([
      { label: { ko: words.employer }, value: employerNameKo },
      { label: { ko: words.number }, value: businessNumberText(businessNumber) },
      { label: { ko: words.visit }, value: visitText(visitOn) },
      { label: { ko: words.writer }, value: " " },
      { label: { ko: words.phone }, value: " " },
    ]);
    paper.gap(14);
    paper.table(
      words.head,
      [0.08, 0.16, 0.24, 0.14, 0.16, 0.22],
      referrals.map((row, i) => [String(i + 1), row.name, row.titleKo, told(row), "", ""]),
    );
    paper.gap(22);
    paper.line(words.statement, { size: 12, align: "center", gap: 16 });
    paper.line(words.date, { size: 12, align: "center", gap: 12 });
    paper.line(words.sign, { size: 12, align: "right", gap: 20 });
    paper.line(words.to, { size: 15, weight: "bold", align: "center", gap: 12 });
    paper.line(words.hint, { size: 9, align: "center", colour: "faint" });
  });
};
