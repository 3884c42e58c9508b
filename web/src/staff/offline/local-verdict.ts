import type { PackRow, SealedName } from "../../../../shared/contract/check-in.ts";
import type { ScanVerdict } from "../../../../shared/contract/staff.ts";
import type { Judgement } from "../../../../shared/domain/check-in.ts";
import { openRow } from "../../../../shared/domain/sealed-row.ts";
import { addMinutes, instantOf } from "../../../../shared/domain/seoul-time.ts";
import { callNameOf, readToken, ticketCodeOf } from "../../../../shared/domain/ticket-token.ts";
import { type Scan, verdicts } from "../../../../shared/domain/verdicts.ts";
import type { Visit } from "../../../../shared/domain/visit.ts";
import type { KeptPack } from "./database.ts";
import type { LocalTicket } from "./local-pack.ts";

const nameless: SealedName = { maskedName: "", whatKo: [] };

/** Who the row says this is; only the scanned ticket opens it, so a typed code leaves the name closed. */
async function nameOf({ sealed }: PackRow, scan: Scan, { visitId }: Visit): Promise<SealedName> {
  const reading = scan.by === "qr" ? readToken(scan.text) : undefined;
  if (reading?.kind !== "ticket") return nameless;
  try {
    return JSON.parse(await openRow(sealed, { secret: Uint8Array.from(reading.ticket.tid), visitId })) as SealedName;
  } catch {
    // Sealed for another ticket, which cannot be, or damaged: the verdict stands without the name.
    return nameless;
  }
}

/** The English name of who receives people, which is no secret and is not sealed into each row. A pack of before this version has none. */
const inEnglish = (hosts: KeptPack["hosts"] | undefined, name: string): string | null =>
  hosts?.flatMap(({ whatKo, whatEn = [] }) => whatKo.flatMap((one, i) => (one === name ? (whatEn[i] ?? []) : [])))[0] ?? null;

const bookingsOf = (
  { times }: PackRow,
  { whatKo }: SealedName,
  { visit: { date, desks }, hosts }: Pick<KeptPack, "visit" | "hosts">,
): ScanVerdict["bookings"] =>
  times.map(({ at, minutes, deskId }, i) => {
    const startsAt = instantOf(date, at);
    const deskLabel = desks.find((desk) => desk.deskId === deskId)?.label ?? "";
    const what = whatKo[i] ?? "";
    return { startsAt, endsAt: addMinutes(startsAt, minutes), deskLabel, whatKo: what, whatEn: inEnglish(hosts, what) };
  });

/** A judgement of this device as the scanner shows it, like one of the server's. */
export async function localVerdict(
  judgement: Judgement<LocalTicket>,
  scan: Scan,
  { visit, devices, hosts }: Pick<KeptPack, "visit" | "devices" | "hosts">,
): Promise<ScanVerdict> {
  const row = "ticket" in judgement ? judgement.ticket.row : undefined;
  const name = row ? await nameOf(row, scan, visit) : nameless;
  const arrival = judgement.verdict === "already-arrived" ? judgement.arrival : undefined;
  return {
    verdict: judgement.verdict,
    tone: verdicts[judgement.verdict].tone,
    idx: "idx" in judgement ? judgement.idx : null,
    gen: "gen" in judgement ? judgement.gen : null,
    maskedName: name.maskedName || null,
    calledBy: row ? callNameOf(ticketCodeOf(row.idx)) : null,
    arrivedAt: arrival?.at ?? null,
    arrivedOnDevice: arrival?.deviceId ?? null,
    // A pack of before this version names no devices.
    arrivedOnLetter: devices?.find(({ deviceId }) => deviceId === arrival?.deviceId)?.letter ?? null,
    arrivedEventId: arrival?.eventId ?? null,
    registrationId: null,
    otherVisitOn: judgement.verdict === "other-visit" ? judgement.visitOn : null,
    bookings: row ? bookingsOf(row, name, { visit, hosts }) : [],
    missed: [],
  };
}
