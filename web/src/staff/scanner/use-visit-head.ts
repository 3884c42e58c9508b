import { useCallback, useEffect, useState } from "preact/hooks";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useSession } from "../../platform/session.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import type { VisitHead } from "../offline/bus.ts";
import { busOf } from "../offline/bus-of.ts";

/** How often the pack is brought up to date while the scanner is in front, seconds. */
const renewEverySeconds = 120;
/** A line of figures is not waited for longer, milliseconds. */
const giveUpAfterMs = 4000;

type HeadView = { head: VisitHead | undefined; problem: ClientProblem | undefined; look: () => Promise<void> };

/** The visit and how many have come: the server's figures, or without it those of this device, whose pack is kept up to date meanwhile. */
export function useVisitHead(visitId: VisitId): HeadView {
  const { me } = useSession();
  const [view, setView] = useState<Omit<HeadView, "look">>({ head: undefined, problem: undefined });
  const look = useCallback(async () => {
    const options = { quiet: true, signal: AbortSignal.timeout(giveUpAfterMs) };
    const answer = await call("GET /api/staff/visits/{visitId}/day", { params: { visitId } }, options);
    if (answer.ok) return setView({ head: answer.value, problem: undefined });
    const head = await (await busOf())?.findHead(visitId);
    setView((before) => (head ? { head, problem: undefined } : { ...before, problem: answer.problem }));
  }, [visitId]);
  const renew = useCallback(async () => {
    await (await busOf())?.renew(visitId, me).catch(() => undefined);
  }, [visitId, me]);
  useEffect(() => {
    void look();
    void renew();
  }, [look, renew]);
  useFresh(renew, renewEverySeconds);
  return { ...view, look };
}
