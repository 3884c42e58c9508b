import { useState } from "preact/hooks";
import { aptitudeStepWords } from "../../../../shared/copy/aptitude-tests.ts";
import { staffAptitudeWords } from "../../../../shared/copy/pages-staff-aptitude.ts";
import { call } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useForm } from "../../ui/use-form.ts";
import { ReasonField, reasonIn } from "../reason-field.tsx";
import type { TestProps } from "./need-form.tsx";

/** Takes back what was written down last of a test: asked once more, with a reason. */
export const UndoStep = (props: TestProps) => {
  const words = useWords(staffAptitudeWords);
  const [asks, setAsks] = useState(false);
  if (asks) return <UndoStepForm {...props} onBack={() => setAsks(false)} />;
  return (
    <Button kind="quiet" onClick={() => setAsks(true)}>
      {words.undo}
    </Button>
  );
};

const UndoStepForm = ({ at, test: { testId, version, steps }, onDone, onBack }: TestProps & { onBack: () => void }) => {
  const words = useWords(staffAptitudeWords);
  const locale = useLocale();
  const last = steps.at(-1);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ reason: reasonIn(data), seen: version }),
    send: (body) =>
      call("POST /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}/undoing", {
        params: { ...at, testId },
        body,
      }),
    onDone,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <h4>{words.undoTitle(last ? aptitudeStepWords[last.did][locale] : "")}</h4>
      <p>{words.undoLead}</p>
      <ReasonField why="aptitude" isTold={false} error={errorAt("/reason")} />
      <div class="row actions">
        <Button type="submit" kind="danger" busy={busy}>
          {words.undoSend}
        </Button>
        <Button onClick={onBack}>{words.cancel}</Button>
      </div>
    </form>
  );
};
