import { useCallback, useEffect, useState } from "preact/hooks";
import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import type { Subject } from "../../../../shared/domain/check-in-event.ts";
import type { DeskId, VisitId } from "../../../../shared/domain/ids.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { useSession } from "../../platform/session.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useWords } from "../../platform/use-locale.ts";
import { busOf } from "../offline/bus-of.ts";
import { actionEvent, type DeskActionKind, undoEvent } from "../offline/desk-events.ts";
import { outboxChanged } from "../offline/outbox-status.ts";
import { type DeskQueue, deskQueueOf, type LastAct } from "./desk-queue.ts";

/** How often what other phones did is asked for while the page is in front, seconds. */
const renewEverySeconds = 15;

type Said = Pick<ClientProblem, "title" | "detail">;
export type QueueView =
  | { state: "loading" }
  /** Nothing to show: this device has no pack and got none, or keeps nothing. */
  | { state: "failed"; problem: Said }
  /** `isStale`: the other phones could not be asked the last time. */
  | { state: "ready"; queue: DeskQueue; isStale: boolean };

export type QueueActs = {
  /** Each answers false when it could not be written down. */
  act: (kind: DeskActionKind, subject: Subject, deskId: DeskId) => Promise<boolean>;
  undo: (last: LastAct) => Promise<boolean>;
  renew: () => Promise<void>;
};

/** The queue as this device knows it: at once after what is done here, and every so often what the other phones did. Works without a network. */
export function useQueue(visitId: VisitId): [QueueView, QueueActs] {
  const { me } = useSession();
  const words = useWords(staffQueueWords);
  const [queue, setQueue] = useState<DeskQueue>();
  const [problem, setProblem] = useState<Said>();

  const look = useCallback(async () => {
    const atHand = await (await busOf())?.findPack(visitId);
    setQueue(atHand && deskQueueOf(atHand, instantNow()));
  }, [visitId]);
  const renew = useCallback(async () => {
    const bus = await busOf();
    setProblem(bus ? await bus.renew(visitId, me).catch(() => words.notKept) : words.noStorage);
    await look();
  }, [visitId, me, look, words]);

  useEffect(() => {
    void look().then(renew);
    const follow = () => void look();
    const wake = () => void renew();
    addEventListener(outboxChanged, follow);
    addEventListener("online", wake);
    return () => {
      removeEventListener(outboxChanged, follow);
      removeEventListener("online", wake);
    };
  }, [look, renew]);
  // Without a network nobody can be asked, but time goes on.
  const refresh = useCallback(() => (navigator.onLine ? renew() : look()), [renew, look]);
  useFresh(refresh, renewEverySeconds);

  const act: QueueActs["act"] = async (kind, subject, deskId) =>
    isWritten((bus) => bus.record(visitId, me.accountId, (moment) => actionEvent(moment, kind, subject, deskId)));
  const undo: QueueActs["undo"] = async ({ subject, event }) =>
    isWritten((bus) => bus.record(visitId, me.accountId, (moment) => undoEvent(moment, subject, event.id)));
  const view: QueueView = queue
    ? { state: "ready", queue, isStale: problem !== undefined || !navigator.onLine }
    : problem
      ? { state: "failed", problem }
      : { state: "loading" };
  return [view, { act, undo, renew }];
}

type Bus = NonNullable<Awaited<ReturnType<typeof busOf>>>;

const isWritten = async (write: (bus: Bus) => Promise<void>): Promise<boolean> => {
  const bus = await busOf();
  if (!bus) return false;
  return write(bus).then(
    () => true,
    () => false,
  );
};
