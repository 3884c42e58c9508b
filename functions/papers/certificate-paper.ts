import { centre } from "../../shared/centre.ts";
import { certificateKindWords, certificatePaperWords as words } from "../../shared/copy/certificates.ts";
import { consultationChannelWords, consultationKindWords } from "../../shared/copy/consultation.ts";
import { certificateCodeText } from "../../shared/domain/certificate.ts";
import { dateText, type Instant, seoulDateOf, seoulTimeOf, timeRangeText, timeText, yearOf } from "../../shared/domain/seoul-time.ts";
import type { StoredCertificate } from "./certificate-reads.ts";
import { longDate } from "./paper-dates.ts";
import type { PaperFonts } from "./paper-fonts.ts";
import { type Row, writePaper } from "./write-paper.ts";

const whenOf = ({ startsAt, endsAt }: StoredCertificate): string => {
  const from = seoulTimeOf(startsAt);
  return `${longDate(startsAt)} ${endsAt ? timeRangeText(from, seoulTimeOf(endsAt), "ko") : timeText(from, "ko")}`;
};

const englishDate = (at: Instant): string => `${dateText(seoulDateOf(at), "en")} ${yearOf(seoulDateOf(at))}`;

const englishWhenOf = ({ startsAt, endsAt }: StoredCertificate): string => {
  const from = seoulTimeOf(startsAt);
  return `${englishDate(startsAt)}, ${endsAt ? timeRangeText(from, seoulTimeOf(endsAt), "en") : timeText(from, "en")}`;
};

/** In English only where that says something else. */
const english = (ko: string | null, en: string | null): string | undefined => (en && en !== ko ? en : undefined);

const rowsOf = (certificate: StoredCertificate): Row[] => {
  const { name, birthYear, employerNameKo, employerNameEn, jobTitleKo, jobTitleEn, consultationKind, channel } = certificate;
  const { placeNameKo, placeNameEn, roadAddress } = certificate;
  const kind = consultationKind && consultationKindWords[consultationKind];
  const way = channel && consultationChannelWords[channel];
  return [
    { label: words.name, value: name },
    { label: words.birthYear, value: words.born(birthYear) },
    ...(employerNameKo ? [{ label: words.employer, value: employerNameKo, note: english(employerNameKo, employerNameEn) }] : []),
    ...(jobTitleKo ? [{ label: words.job, value: jobTitleKo, note: english(jobTitleKo, jobTitleEn) }] : []),
    ...(kind ? [{ label: words.talk, value: kind.ko, note: kind.en }] : []),
    { label: words.when, value: whenOf(certificate), note: englishWhenOf(certificate) },
    ...(way ? [{ label: words.how, value: way.ko, note: way.en }] : []),
    ...(placeNameKo
      ? [{ label: words.where, value: roadAddress ? `${placeNameKo} (${roadAddress})` : placeNameKo, note: placeNameEn ?? undefined }]
      : []),
  ];
};

/** Where a third party sees that a certificate is true. The code is behind `#`, so that it stands in no log of the site. */
const verifyPage = (origin: string): string => `${origin}/verify`;

/** A certificate to print and to hand in. */
export const certificatePaper = (fonts: PaperFonts, origin: string, certificate: StoredCertificate): Promise<Uint8Array> => {
  const { kind, code, issuedAt } = certificate;
  const title = certificateKindWords[kind];
  return writePaper(fonts, { title: title.ko, at: issuedAt }, (paper) => {
    paper.line(`${words.code.ko} ${certificateCodeText(code)}`, { size: 9, colour: "faint", gap: 24 });
    paper.line(title.ko, { size: 27, weight: "bold", align: "center" });
    paper.line(title.en, { size: 11, align: "center", colour: "faint", gap: 22 });
    paper.rows(rowsOf(certificate));
    paper.gap(28);
    paper.line(words.statement[kind].ko, { size: 13, align: "center", gap: 4 });
    paper.line(words.statement[kind].en, { size: 8.5, align: "center", colour: "faint", gap: 24 });
    paper.line(longDate(issuedAt), { size: 13, align: "center" });
    paper.line(englishDate(issuedAt), { size: 8.5, align: "center", colour: "faint", gap: 18 });
    paper.line(`${words.issuer.ko} ${words.noSeal.ko}`, { size: 17, weight: "bold", align: "center" });
    paper.line(`${words.issuer.en}, ${words.noSeal.en}`, { size: 8.5, align: "center", colour: "faint" });
    paper.line(words.phone(centre.phone), { size: 9.5, align: "center", colour: "faint" });
    paper.foot(`${verifyPage(origin)}#${code}`, [
      { text: words.verify.ko, size: 9 },
      { text: words.verify.en, size: 7.5, colour: "faint", gap: 3 },
      { text: verifyPage(origin), size: 10 },
      { text: `${words.code.ko} ${certificateCodeText(code)}`, size: 11, weight: "bold", gap: 3 },
      { text: words.kept.ko, size: 8, colour: "faint" },
      { text: words.kept.en, size: 7, colour: "faint" },
    ]);
  });
};
