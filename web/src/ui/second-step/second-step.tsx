import "./second-step.css";
import type { Me } from "../../../../shared/contract/sign-in.ts";
import { call } from "../../platform/api.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { Failed, Loading } from "../states.tsx";
import { EnrolStep } from "./enrol-step.tsx";
import { ProveStep } from "./prove-step.tsx";

const askFactors = () => call("GET /api/second-step/factors");

/** What is left of signing in, wherever it is shown: enrol a first passkey or app, or prove one. */
export const SecondStep = ({ onDone }: { onDone: (me: Me) => void }) => {
  const [loaded, reload] = useLoaded(askFactors);
  if (loaded.state === "loading") return <Loading blocks={1} />;
  if (loaded.state === "failed") return <Failed problem={loaded.problem} onRetry={reload} />;
  const { factors, enrolUntil, recoveryCodesLeft } = loaded.value;
  return factors.length > 0 ? (
    <ProveStep kinds={new Set(factors.map(({ kind }) => kind))} hasRecoveryCodes={recoveryCodesLeft > 0} onDone={onDone} />
  ) : (
    <EnrolStep until={enrolUntil} onDone={onDone} />
  );
};
