import type { PlaceId } from "./ids.ts";
import type { LocalDate } from "./seoul-time.ts";
import type { DistrictCode } from "./zones.ts";

type Where = { placeId: PlaceId; districtCode: DistrictCode };

/** How often and when last each district and each place was visited: by it the next one is chosen, so that none is forgotten. */
export class DistrictBook {
  readonly #visits = new Map<string, number>();
  readonly #last = new Map<string, LocalDate>();

  /** One visit more, held or to come. */
  count({ placeId, districtCode }: Where): void {
    for (const key of [districtCode, placeId]) this.#visits.set(key, (this.#visits.get(key) ?? 0) + 1);
  }

  /** The day of a visit has come. Days come in their order. */
  pass({ placeId, districtCode }: Where, date: LocalDate): void {
    for (const key of [districtCode, placeId]) this.#last.set(key, date);
  }

  /** The place of the district, and in it the one, with the fewest visits; of equal ones that which waits longest, then by code: the answer is always the same. */
  nextOf<Place extends Where>(places: readonly Place[]): Place | undefined {
    return [...places].sort((a, b) => this.#compare(a.districtCode, b.districtCode) || this.#compare(a.placeId, b.placeId))[0];
  }

  #compare(a: string, b: string): number {
    const more = (this.#visits.get(a) ?? 0) - (this.#visits.get(b) ?? 0);
    return more || inOrder(this.#last.get(a) ?? "", this.#last.get(b) ?? "") || inOrder(a, b);
  }
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
