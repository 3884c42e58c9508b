import { createHash } from "node:crypto";
import type { Pack, PackRow, SealedName } from "../../shared/contract/check-in.ts";
import { toBase64Url } from "../../shared/domain/base64url.ts";
import { DeskId } from "../../shared/domain/ids.ts";
import { lookUpIterations, sealLookUpList } from "../../shared/domain/look-up-list.ts";
import { sealRow } from "../../shared/domain/sealed-row.ts";
import { LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";
import { signToken, ticketIndexOf } from "../../shared/domain/ticket-token.ts";
import { aPlace } from "./builders.ts";
import { aPack, opens, visitId } from "./offline-worlds.ts";

/** The same bytes each time, as random to look at as those of a ticket. */
const tidOf = (n: number): Uint8Array<ArrayBuffer> => Uint8Array.from(createHash("sha256").update(`ticket ${n}`).digest().subarray(0, 16));

/** As much as anybody has at a visit: three interviews, with names of firms that are long. */
const name: SealedName = {
  maskedName: "황보○○",
  whatKo: ["㈜솔버들정밀공업", "한빛물류센터 주식회사", "사회적협동조합 가람"],
};
const times = ["10:20", "13:40", "16:00"].map((at, i) => ({ at: LocalTime.parse(at), minutes: 20, deskId: DeskId.parse(`d${i + 1}`) }));

const rowOf = async (n: number, sealed: string): Promise<PackRow> => ({
  ...{ idx: await ticketIndexOf(tidOf(n)), gen: 1, status: "valid" },
  ...{ times, sealed },
});
const sealOf = (n: number): Promise<string> => sealRow(JSON.stringify(name), { secret: tidOf(n), visitId });

export type FullPack = {
  pack: Pack;
  /** A token as its holder has it. */
  tokenOf: (n: number) => Promise<string>;
};

/**
 * A pack of so many tickets, as the server makes one in the morning: every row sealed to its ticket, a key that signed them all, and the list for looking people up. Where only the first ones will
 * be shown, the others need no seal of their own.
 */
export const aFullPack = async (count: number, shown = count): Promise<FullPack> => {
  const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const point = toBase64Url(new Uint8Array(await crypto.subtle.exportKey("raw", publicKey)));
  const tickets: PackRow[] = [];
  const seal = await sealOf(0);
  for (let n = 0; n < count; n++) tickets.push(await rowOf(n, n < shown ? await sealOf(n) : seal));
  const key = crypto.getRandomValues(new Uint8Array(32));
  const sealed = await sealLookUpList(
    tickets.map(({ idx }, n) => ({ idx, maskedName: name.maskedName, phoneEnd: String(n).padStart(4, "0") })),
    { key, visitId },
  );
  const salt = toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
  const lookUp = { salt, iterations: lookUpIterations, setAt: opens, digest: "AAAAAAAAAAAA", sealed };
  const over = { lookUp, keys: [{ kid: 0, publicKey: point }], noteKey: point, place: aPlace as unknown as Pack["place"] };
  const pack = await aPack({ tickets }, over);
  const { visitNo, date } = pack.visit;
  return {
    pack,
    tokenOf: (n) => signToken({ kid: 0, visitNo, tid: tidOf(n), gen: 1, visitOn: LocalDate.parse(date) }, privateKey),
  };
};
