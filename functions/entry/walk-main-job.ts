import type { PublicVisit } from "../../shared/contract/public.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { ChallengeId } from "../../shared/domain/ids.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import { type Timetable, timetableSlots } from "../../shared/domain/timetable.ts";
import type { Ids } from "../platform/ids.ts";
import { sessionCookie } from "../platform/serve.ts";
import { challengeCookie } from "../sign-in/cookies.ts";
import { signInCode } from "../sign-in/sign-in-code.ts";

/** What the walk is given. */
export type CanaryDeps = {
  /** Public origin of the site: the walk goes the way that people go. */
  readonly origin: string;
  /** Under which sign-in codes are derived, since the mail of a code is read by nobody. */
  readonly signInPepper: string;
  /** Who signs in: an address that takes mail and shows it to nobody. */
  readonly mail: string;
  readonly mint: Ids["mint"];
};

/** Longest for one request, milliseconds: nobody waits longer. */
const answerWithinMs = 10_000;

/** Where the walk ended, by the name of the step and what was answered in it; nothing of anybody. */
export class CanaryStopped extends Error {
  readonly step: string;
  readonly status: number;

  constructor(why: string, { step, status, ...options }: { step: string; status: number; cause?: unknown }) {
    super(`${step}: ${why}`, options);
    this.name = "CanaryStopped";
    this.step = step;
    this.status = status;
  }
}

type Answer = { readonly status: number; readonly text: string; readonly cookies: ReadonlyMap<string, string> };
type Asked = { readonly method?: string; readonly body?: object; readonly cookies?: Readonly<Record<string, string>> };

const cookiesIn = (headers: Headers): Map<string, string> =>
  new Map(
    headers.getSetCookie().map((cookie) => {
      const [pair = ""] = cookie.split(";");
      return [pair.slice(0, pair.indexOf("=")), decodeURIComponent(pair.slice(pair.indexOf("=") + 1))];
    }),
  );

/** Refusals that show that a booking was looked at in earnest and not made: whoever asks is registered for nothing. Others may take the seat meanwhile. */
const rightRefusals = ["not-registered", "slot-full", "slot-withdrawn", "booking-closed"];

type PublicVisits = { visits: PublicVisit[] };
type Times = { date: LocalDate; timetables: Timetable[] };

/**
 * Walks the main job as a person would, over the public site: page, visits, code, sign-in, free times, a booking that has to be refused because nobody is registered,
 * sign-out. It books nothing and leaves an account without a name, which is forgotten like that of anybody who never registers.
 *
 * @returns how far it came: `booked-for-nobody`, or `nothing-to-book` when no visit has a free time.
 * @throws CanaryStopped when a step does not answer as it must.
 */
export const walkMainJob = async ({ origin, signInPepper, mail, mint }: CanaryDeps): Promise<"booked-for-nobody" | "nothing-to-book"> => {
  const ask = async (step: string, path: string, { method = "GET", body, cookies = {} }: Asked = {}): Promise<Answer> => {
    try {
      const answer = await fetch(`${origin}${path}`, {
        method,
        redirect: "error",
        signal: AbortSignal.timeout(answerWithinMs),
        headers: {
          ...{ "accept-language": "ko", "user-agent": "jobstop-canary" },
          ...(method !== "GET" && { origin, "sec-fetch-site": "same-origin" }),
          ...(body && { "content-type": "application/json" }),
          ...(Object.keys(cookies).length > 0 && {
            cookie: Object.entries(cookies)
              .map(([name, value]) => `${name}=${value}`)
              .join("; "),
          }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, text: await answer.text(), cookies: cookiesIn(answer.headers) };
    } catch (error) {
      throw new CanaryStopped(error instanceof Error ? error.name : "no answer", { step, status: 0, cause: error });
    }
  };
  const must = async (step: string, path: string, status: number, asked?: Asked): Promise<Answer> => {
    const answer = await ask(step, path, asked);
    if (answer.status !== status) throw new CanaryStopped(`answered ${answer.status}`, { step, status: answer.status });
    return answer;
  };
  const readJson = <T>(step: string, { status, text }: Answer): T => {
    try {
      return JSON.parse(text) as T;
    } catch (error) {
      throw new CanaryStopped("no JSON", { step, status, cause: error });
    }
  };

  const page = await must("page", "/", 200);
  if (!page.text.includes("<html")) throw new CanaryStopped("no page", { step: "page", status: page.status });
  const { visits } = readJson<PublicVisits>("visits", await must("visits", "/api/public/visits", 200));

  const asked = await must("code", "/api/sign-in/challenges", 202, { method: "POST", body: { mail, locale: "ko" } });
  const challenge = asked.cookies.get(challengeCookie) ?? "";
  const challengeId = ChallengeId.safeParse(challenge.split(".")[0]);
  if (!challengeId.success) throw new CanaryStopped("no challenge", { step: "code", status: asked.status });
  const code = signInCode(signInPepper, challengeId.data, mail);
  const signedIn = await must("sign-in", "/api/sign-in/sessions", 201, {
    ...{ method: "POST", body: { code }, cookies: { [challengeCookie]: challenge } },
  });
  const cookies = { [sessionCookie]: signedIn.cookies.get(sessionCookie) ?? "" };
  try {
    await must("me", "/api/me", 200, { cookies });
    for (const { visitId } of visits.filter(({ state }) => state === "open")) {
      const times = await must("times", `/api/public/visits/${visitId}/slots`, 200);
      const { date, timetables } = readJson<Times>("times", times);
      const free = timetableSlots(date, timetables).find((slot) => slot.mode === "open" && slot.free > 0);
      if (!free) continue;
      const bookingId = mint("bkg");
      const refused = await ask("booking", `/api/me/visits/${visitId}/bookings/${bookingId}`, {
        ...{ method: "PUT", body: { slotId: free.slotId, consentVersion: currentConsentVersion.to_employer }, cookies },
      });
      const { code: why = "" } = readJson<{ code?: string }>("booking", refused);
      if (!rightRefusals.includes(why)) throw new CanaryStopped(why || "not refused", { step: "booking", status: refused.status });
      return "booked-for-nobody";
    }
    return "nothing-to-book";
  } finally {
    await ask("sign-out", "/api/sign-in/session", { method: "DELETE", cookies });
  }
};
