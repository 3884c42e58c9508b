import { useState } from "preact/hooks";
import { centreServiceLabels } from "../../../../shared/copy/codes.ts";
import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import type { DeskId } from "../../../../shared/domain/ids.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { useSession } from "../../platform/session.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { CheckField, ChoiceGroup, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { textIfAny, textIn, useForm } from "../../ui/use-form.ts";
import { DeskChoice } from "./desk-choice.tsx";
import { type DeskQueue, firstFreeFor } from "./desk-queue.ts";
import { giveNumber, type WalkInEvent } from "./give-number.ts";
import type { Given } from "./slip.tsx";

const check = checkAgainst(() => import("../../../../shared/domain/walk-in.ts").then((module) => module.WalkInNote));

/** A refusal of this device itself: no server was asked. */
const refusedHere = (said: Pick<ClientProblem, "title" | "detail">): { ok: false; problem: ClientProblem } => ({
  ok: false,
  problem: { ...said, status: 0, code: "unreachable", errors: [], clash: undefined, alternatives: [], retryAfterSeconds: undefined },
});

/** What somebody without a registration needs, and what they are called by; one press gives the number. */
export const WalkInForm = ({ queue, onGiven }: { queue: DeskQueue; onGiven: (given: Given) => void }) => {
  const words = useWords(staffQueueWords);
  const locale = useLocale();
  const { accountId: staffId } = useSession().me;
  const [isNickname, setNickname] = useState(false);
  const [desk, setDesk] = useState<DeskId>();
  const { visitId, services } = queue.visit;
  const [need, setNeed] = useState("");
  const [isMissing, setMissing] = useState(false);
  const wants = need === "interview" ? "interview" : "help";
  const deskId = desk ?? firstFreeFor(wants, queue.desks);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      name: textIn(data, "/name"),
      isNickname,
      ...textIfAny(data, "/need", "need"),
      ...(!isNickname && textIfAny(data, "/phone", "phone")),
      ...textIfAny(data, "/note", "note"),
    }),
    check,
    send: async (note): Promise<{ ok: true; value: WalkInEvent } | ReturnType<typeof refusedHere>> => {
      const event = deskId && (await giveNumber({ visitId, staffId, deskId, note, noteKey: queue.noteKey }));
      return event ? { ok: true, value: event } : refusedHere(words.notKept);
    },
    onDone: ({ id, number, deskId: at }) => onGiven({ subject: id, label: number, deskId: at }),
  });
  const needs = [
    ...services.map((value) => ({ value: value as string, label: centreServiceLabels[value][locale] })),
    { value: "interview", label: words.interview },
    { value: "other", label: words.other },
  ];
  return (
    <form
      class="stack stack-loose walk-in"
      {...form}
      onSubmit={(event) => {
        setMissing(!deskId);
        if (deskId) return form.onSubmit(event);
        event.preventDefault();
      }}
      onChange={(event) => setNeed(textIn(new FormData(event.currentTarget), "/need"))}
    >
      <ErrorSummary trouble={trouble} />
      {queue.noteKey === null && (
        <Notice tone="warn">
          <p>{words.noNote}</p>
        </Notice>
      )}
      <ChoiceGroup pointer="/need" label={words.need} error={errorAt("/need")} choices={needs} />
      <div class="stack">
        <TextField
          pointer="/name"
          label={isNickname ? words.nick : words.name}
          error={errorAt("/name")}
          autoComplete="off"
          enterKeyHint="done"
        />
        <CheckField
          pointer="/isNickname"
          label={words.nickname}
          hint={words.nicknameHint}
          error={undefined}
          checked={isNickname}
          onChange={(event) => setNickname(event.currentTarget.checked)}
        />
        {!isNickname && (
          <TextField
            pointer="/phone"
            type="tel"
            label={words.phone}
            hint={words.phoneHint}
            error={errorAt("/phone")}
            optional
            autoComplete="off"
          />
        )}
        <TextField pointer="/note" label={words.note} error={errorAt("/note")} optional autoComplete="off" />
      </div>
      <DeskChoice
        queue={queue}
        wants={wants}
        chosen={desk}
        error={isMissing && !deskId ? words.deskMissing : undefined}
        onChoose={setDesk}
      />
      <div class="stack stack-tight">
        <Button type="submit" kind="main" wide busy={busy}>
          {words.give}
        </Button>
        <p class="soft small">{words.sealed}</p>
      </div>
    </form>
  );
};
