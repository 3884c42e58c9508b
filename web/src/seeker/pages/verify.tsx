import { useEffect, useState } from "preact/hooks";
import type { ValidCertificate, VerifiedCertificate } from "../../../../shared/contract/papers.ts";
import { certificateKindWords } from "../../../../shared/copy/certificates.ts";
import { certificateWords } from "../../../../shared/copy/pages-certificates.ts";
import { seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { dateWithYear } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { CertifiedFactsView } from "../../ui/certificates/certified-facts.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";

/** For whoever was given a certificate: whether it is true. The QR code on it leads here with the code behind `#`. */
export const VerifyPage = () => {
  const words = useWords(certificateWords);
  const [verified, setVerified] = useState<VerifiedCertificate>();
  return (
    <Page title={words.verifyTitle} lead={verified ? undefined : words.verifyLead} narrow>
      {verified ? <Verified of={verified} onOther={() => setVerified(undefined)} /> : <AskCode onVerified={setVerified} />}
    </Page>
  );
};

const codePointer = "/code";

const AskCode = ({ onVerified }: { onVerified: (certificate: VerifiedCertificate) => void }) => {
  const words = useWords(certificateWords);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  const verify = async (code: string) => {
    setBusy(true);
    setProblem(undefined);
    setError(undefined);
    const answer = await call("POST /api/papers/verifications", { body: { code } });
    setBusy(false);
    if (answer.ok) onVerified(answer.value);
    else setProblem(answer.problem);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when somebody comes by the QR code
  useEffect(() => {
    const scanned = decodeURIComponent(location.hash.slice(1));
    if (!scanned) return;
    // A link to this page is handed on without the code of somebody's paper.
    history.replaceState(null, "", location.pathname);
    void verify(scanned);
  }, []);
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const typed = String(new FormData(event.currentTarget).get(codePointer) ?? "").trim();
        if (busy) return;
        if (typed) void verify(typed);
        else setError(words.codeEmpty);
      }}
    >
      {problem && (
        <Notice tone="bad" title={problem.title} focus live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      <TextField
        pointer={codePointer}
        label={words.code}
        hint={words.codeHint}
        error={error}
        lang="en"
        maxLength={60}
        autoComplete="off"
        autoCapitalize="characters"
        spellcheck={false}
      />
      <Button type="submit" kind="main" wide busy={busy}>
        {words.verify}
      </Button>
    </form>
  );
};

const Verified = ({ of, onOther }: { of: VerifiedCertificate; onOther: () => void }) => {
  const words = useWords(certificateWords);
  const locale = useLocale();
  return (
    <>
      {of.standing === "valid" ? <Valid of={of} /> : <Past {...of} day={dateWithYear(seoulDateOf(of.since), locale)} />}
      <Button onClick={onOther}>{words.other}</Button>
    </>
  );
};

const Past = ({ standing, day }: { standing: "replaced" | "revoked"; day: string }) => {
  const words = useWords(certificateWords);
  const isReplaced = standing === "replaced";
  return (
    <Notice tone="bad" title={isReplaced ? words.isReplaced(day) : words.isRevoked(day)} focus live>
      <p>{isReplaced ? words.isReplacedHint : words.isRevokedHint}</p>
    </Notice>
  );
};

const Valid = ({ of }: { of: ValidCertificate }) => {
  const words = useWords(certificateWords);
  const locale = useLocale();
  return (
    <>
      <Notice tone="good" title={words.isTrue} focus live>
        <p>{words.compare}</p>
      </Notice>
      <section class="card stack" aria-labelledby="certificate">
        <h2 id="certificate">{certificateKindWords[of.kind][locale]}</h2>
        <CertifiedFactsView
          of={of}
          before={[[words.name, of.maskedName]]}
          after={[[words.issuedOn, dateWithYear(seoulDateOf(of.issuedAt), locale)]]}
        />
      </section>
    </>
  );
};
