import { useState } from "preact/hooks";
import type { Enrolled, Factor } from "../../../../shared/contract/second-step.ts";
import { accountWords } from "../../../../shared/copy/account.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { dayText, momentText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../button.tsx";
import { Dialog } from "../dialog.tsx";
import { Notice } from "../notice.tsx";
import { AddFactor } from "../second-step/add-factor.tsx";
import { RecoveryCodes } from "../second-step/recovery-codes.tsx";
import { Failed, Loading } from "../states.tsx";
import "./account.css";

const askFactors = () => call("GET /api/second-step/factors");

/** Passkeys, apps and recovery codes. What changes them asks for a proof of the last minutes by itself (`signed-in.tsx`). */
export const FactorList = () => {
  const words = useWords(accountWords);
  const [loaded, reload] = useLoaded(askFactors);
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Factor>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [outcome, setOutcome] = useState<"removed" | "added" | ClientProblem>();

  const remove = async ({ factorId }: Factor) => {
    setRemoving(undefined);
    const answer = await call("DELETE /api/second-step/factors/{factorId}", { params: { factorId } });
    setOutcome(answer.ok ? "removed" : answer.problem);
    await reload();
  };
  const remakeCodes = async () => {
    setOutcome(undefined);
    const answer = await call("POST /api/second-step/recovery-codes");
    if (answer.ok) setCodes(answer.value.codes);
    else setOutcome(answer.problem);
    await reload();
  };
  const added = async ({ recoveryCodes }: Enrolled) => {
    setAdding(false);
    setOutcome("added");
    if (recoveryCodes) setCodes(recoveryCodes);
    await reload();
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />;
  return (
    <section class="stack" aria-labelledby="factors">
      <h2 id="factors">{words.factorsTitle}</h2>
      <p class="soft">{words.factorsLead}</p>
      {(outcome === "removed" || outcome === "added") && (
        <Notice tone="good" live>
          <p>{words[outcome]}</p>
        </Notice>
      )}
      {typeof outcome === "object" && <Failed problem={outcome} />}
      {loaded.state === "loading" && <Loading blocks={1} />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && (
        <>
          <ul class="account-list" role="list">
            {loaded.value.factors.map((factor) => (
              <FactorRow
                key={factor.factorId}
                factor={factor}
                onRemove={loaded.value.factors.length > 1 ? () => setRemoving(factor) : undefined}
              />
            ))}
          </ul>
          {isAdding ? (
            <AddFactor onEnrolled={added} />
          ) : (
            <div class="row">
              <Button
                onClick={() => {
                  setOutcome(undefined);
                  setAdding(true);
                }}
              >
                {words.addOne}
              </Button>
            </div>
          )}
          <h3>{words.recoveryTitle}</h3>
          <p>{words.recoveryLeft(loaded.value.recoveryCodesLeft)}</p>
          <div class="row">
            <Button onClick={remakeCodes}>{words.recoveryAnew}</Button>
          </div>
          <p class="soft small">{words.recoveryAnewHint}</p>
        </>
      )}
      <RemoveDialog factor={removing} onRemove={remove} onClose={() => setRemoving(undefined)} />
    </section>
  );
};

const FactorRow = ({ factor, onRemove }: { factor: Factor; onRemove: (() => void) | undefined }) => {
  const words = useWords(accountWords);
  const locale = useLocale();
  const { kind, label, addedAt, lastUsedAt } = factor;
  return (
    <li class="account-row">
      <div>
        <p>
          <strong>{words.kinds[kind]}</strong> {label && <span lang="en">({label})</span>}
        </p>
        <p class="soft small">{words.addedOn(dayText(addedAt, locale))}</p>
        {lastUsedAt && <p class="soft small">{words.lastUsed(momentText(lastUsedAt, locale))}</p>}
      </div>
      {/* The last one stays. */}
      {onRemove && (
        <Button onClick={onRemove}>
          {words.removeOne}
          <span class="unseen">
            {" "}
            {words.kinds[kind]} {label}
          </span>
        </Button>
      )}
    </li>
  );
};

type RemoveProps = { factor: Factor | undefined; onRemove: (factor: Factor) => void; onClose: () => void };

const RemoveDialog = ({ factor, onRemove, onClose }: RemoveProps) => {
  const words = useWords(accountWords);
  return (
    <Dialog
      open={factor !== undefined}
      title={words.removeTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.removeKeep}</Button>
          <Button kind="danger" onClick={() => factor && onRemove(factor)}>
            {words.removeOne}
          </Button>
        </>
      }
    >
      <p>{factor && words.removeDetail([words.kinds[factor.kind], factor.label].filter(Boolean).join(", "))}</p>
    </Dialog>
  );
};
