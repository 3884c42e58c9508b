import { useState } from "preact/hooks";
import { centre } from "../../../../shared/centre.ts";
import type { CertificateRow } from "../../../../shared/contract/papers.ts";
import { certificateKindWords } from "../../../../shared/copy/certificates.ts";
import { certificateWords } from "../../../../shared/copy/pages-certificates.ts";
import { type CertificateCode, type CertificateSubject, certificateCodeText } from "../../../../shared/domain/certificate.ts";
import { seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import type { ClientProblem, Refused } from "../../platform/api.ts";
import { dateWithYear, momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../button.tsx";
import { Notice } from "../notice.tsx";
import { Failed } from "../states.tsx";
import { CertifiedFactsView } from "./certified-facts.tsx";

type Props = {
  rows: readonly CertificateRow[];
  /** Makes one; the list is to be asked for anew afterwards. */
  make: (subjectId: CertificateSubject) => Promise<{ ok: true } | Refused>;
  /** Makes a new one in the place of one; the list is to be asked for anew afterwards. */
  renew: (subjectId: CertificateSubject, seen: CertificateCode) => Promise<{ ok: true } | Refused>;
  /** By staff, who make a new one also where its person may not. */
  byStaff?: boolean;
  /** Where the file of one lies. */
  fileOf: (subjectId: CertificateSubject) => string;
  /** One below that of what the list stands in. */
  heading: "h2" | "h3";
};

/** So many at once; the rest at a press. */
const shownAtFirst = 3;

/** What can be certified, and what is: each made by one press, and then there to be taken. */
export const CertificateList = ({ rows, fileOf, ...rest }: Props) => {
  const words = useWords(certificateWords);
  const [isAll, setAll] = useState(false);
  const shown = isAll ? rows : rows.slice(0, shownAtFirst);
  return (
    <>
      <ul class="stack" role="list">
        {shown.map((row) => (
          <li key={row.subjectId}>
            <Certificate row={row} file={fileOf(row.subjectId)} {...rest} />
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <div>
          <Button onClick={() => setAll(true)}>{words.more}</Button>
        </div>
      )}
    </>
  );
};

type OneProps = Omit<Props, "rows" | "fileOf"> & { row: CertificateRow; file: string };

const Certificate = ({ row, make, renew, byStaff = false, file, heading: Heading }: OneProps) => {
  const words = useWords(certificateWords);
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  const { issued } = row;
  const revoked = issued?.revoked;
  const kind = certificateKindWords[row.kind][locale];
  // Which one, for who hears the buttons one after the other.
  const which = <span class="unseen">{` ${kind}, ${momentText(row.startsAt, locale)}`}</span>;
  const press = (act: () => ReturnType<typeof make>, said: string) => async () => {
    setBusy(true);
    const answer = await act();
    setProblem(answer.ok ? undefined : answer.problem);
    setMade(answer.ok ? said : undefined);
    setBusy(false);
  };
  const renewed = (text: string) =>
    issued && (
      <Button busy={busy} onClick={press(() => renew(row.subjectId, issued.code), words.renewed)}>
        {text}
        {which}
      </Button>
    );
  return (
    <article class="card stack">
      <Heading>{kind}</Heading>
      <CertifiedFactsView
        of={row}
        after={[
          [words.code, issued && <span lang="en">{certificateCodeText(issued.code)}</span>],
          [words.issuedOn, issued && dateWithYear(seoulDateOf(issued.issuedAt), locale)],
        ]}
      />
      <p role="status">{made}</p>
      {problem && <Failed problem={problem} />}
      {revoked && (
        <Notice tone="warn" title={words.revoked(dateWithYear(seoulDateOf(revoked.at), locale))}>
          <p>
            {words.revokedWhy}: <span lang="ko">{revoked.reason}</span>
          </p>
          <p>{words.revokedCall(centre.phone)}</p>
        </Notice>
      )}
      {issued?.isOutdated && !revoked && <p>{words.outdated}</p>}
      <div class="row actions">
        {!issued && (
          <Button busy={busy} onClick={press(() => make(row.subjectId), words.made)}>
            {words.make}
            {which}
          </Button>
        )}
        {issued && !revoked && (
          <ButtonLink kind="main" href={file} download>
            {words.open}
            {which}
          </ButtonLink>
        )}
        {issued?.isOutdated && !revoked && renewed(words.renew)}
        {(revoked?.mayRenew || (revoked && byStaff)) && renewed(words.renewAfter)}
      </div>
    </article>
  );
};
