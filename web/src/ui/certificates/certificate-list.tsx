import { useState } from "preact/hooks";
import type { CertificateRow } from "../../../../shared/contract/papers.ts";
import { certificateKindWords } from "../../../../shared/copy/certificates.ts";
import { certificateWords } from "../../../../shared/copy/pages-certificates.ts";
import { type CertificateSubject, certificateCodeText } from "../../../../shared/domain/certificate.ts";
import { seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import type { ClientProblem, Refused } from "../../platform/api.ts";
import { dateWithYear, momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../button.tsx";
import { Failed } from "../states.tsx";
import { CertifiedFactsView } from "./certified-facts.tsx";

type Props = {
  rows: readonly CertificateRow[];
  /** Makes one; the list is to be asked for anew afterwards. */
  make: (subjectId: CertificateSubject) => Promise<{ ok: true } | Refused>;
  /** Where the file of one lies. */
  fileOf: (subjectId: CertificateSubject) => string;
  /** One below that of what the list stands in. */
  heading: "h2" | "h3";
};

/** So many at once; the rest at a press. */
const shownAtFirst = 3;

/** What can be certified, and what is: each made by one press, and then there to be taken. */
export const CertificateList = ({ rows, make, fileOf, heading }: Props) => {
  const words = useWords(certificateWords);
  const [isAll, setAll] = useState(false);
  const shown = isAll ? rows : rows.slice(0, shownAtFirst);
  return (
    <>
      <ul class="stack" role="list">
        {shown.map((row) => (
          <li key={row.subjectId}>
            <Certificate row={row} make={make} file={fileOf(row.subjectId)} heading={heading} />
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

const Certificate = ({ row, make, file, heading: Heading }: Pick<Props, "make" | "heading"> & { row: CertificateRow; file: string }) => {
  const words = useWords(certificateWords);
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [isMade, setMade] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const { issued } = row;
  const kind = certificateKindWords[row.kind][locale];
  // Which one, for who hears the buttons one after the other.
  const which = <span class="unseen">{` ${kind}, ${momentText(row.startsAt, locale)}`}</span>;
  const press = async () => {
    setBusy(true);
    const answer = await make(row.subjectId);
    setProblem(answer.ok ? undefined : answer.problem);
    setMade(answer.ok);
    setBusy(false);
  };
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
      <p role="status">{isMade && words.made}</p>
      {problem && <Failed problem={problem} />}
      <div>
        {issued ? (
          <ButtonLink kind="main" href={file} download>
            {words.open}
            {which}
          </ButtonLink>
        ) : (
          <Button busy={busy} onClick={() => void press()}>
            {words.make}
            {which}
          </Button>
        )}
      </div>
    </article>
  );
};
