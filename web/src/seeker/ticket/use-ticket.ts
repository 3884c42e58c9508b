import { useEffect, useState } from "preact/hooks";
import { type ClientProblem, call } from "../../platform/api.ts";
import { keptTicket, type ShownTicket } from "./kept-ticket.ts";

export type TicketState =
  | { state: "loading" | "not-ready" | "none" | "withdrawn" | "out" | "unproven" }
  | { state: "failed"; problem: ClientProblem }
  | { state: "shown"; ticket: ShownTicket; offline: boolean };

/** A ticket is made seconds after the registration, by the stream. */
const askAgainSeconds = 3;

/**
 * The ticket of a visit: from this device at once if it is kept there, and from the API, which has the last word. Without a network the kept one
 * stays. `round` asks anew when it changes.
 */
export function useTicket(visitId: string | undefined, round: number): TicketState {
  const [state, setState] = useState<TicketState>({ state: "loading" });
  useEffect(() => {
    if (!visitId) return setState({ state: "none" });
    const kept = keptTicket.read();
    const own = kept?.visitId === visitId ? kept : undefined;
    if (own) setState({ state: "shown", ticket: own, offline: false });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const giveUp = new AbortController();
    const ask = async () => {
      const next = await askTicket(visitId, giveUp.signal);
      if (giveUp.signal.aborted) return;
      if (next.state === "not-ready") timer = setTimeout(ask, askAgainSeconds * 1000);
      if (next.state === "failed" && own) return setState({ state: "shown", ticket: own, offline: true });
      setState(next);
      // What is kept could not be used any more.
      if (next.state === "withdrawn" && own) keptTicket.clear();
      if (next.state !== "shown") return;
      // What is kept follows what was issued last.
      if (own) keptTicket.write(next.ticket);
    };
    void ask();
    return () => {
      giveUp.abort();
      clearTimeout(timer);
    };
  }, [visitId, round]);
  return state;
}

async function askTicket(visitId: string, signal: AbortSignal): Promise<TicketState> {
  const [ticket, mine] = await Promise.all([
    call("GET /api/me/visits/{visitId}/ticket", { params: { visitId } }, { signal }),
    call("GET /api/me/registrations", undefined, { signal }),
  ]);
  if (!ticket.ok) {
    const { problem } = ticket;
    if (problem.status === 401) return { state: "out" };
    if (problem.code === "address-unproven") return { state: "unproven" };
    if (problem.code === "ticket-not-ready") return { state: "not-ready" };
    if (problem.code === "registration-withdrawn") return { state: "withdrawn" };
    return problem.status === 404 || problem.code === "invalid-fields" ? { state: "none" } : { state: "failed", problem };
  }
  if (!mine.ok) return { state: "failed", problem: mine.problem };
  const registration = mine.value.registrations.find(({ visit }) => visit.visitId === visitId);
  if (!registration) return { state: "none" };
  const { date, startTime, endTime, place } = registration.visit;
  const { nameKo: placeNameKo, nameEn: placeNameEn } = place;
  return { state: "shown", offline: false, ticket: { ...ticket.value, visitId, date, startTime, endTime, placeNameKo, placeNameEn } };
}
