import * as z from "zod/mini";
import { type Api, api, type OperationKey } from "../../shared/contract/api.ts";
import type { Operation } from "../../shared/contract/operation.ts";
import { Problem } from "../../shared/problem/catalogue.ts";
import { aKeyRing, type KeyRing } from "./second-step.ts";

type ParamsOf<K extends OperationKey> = Api[K] extends { params: infer P extends z.ZodMiniType } ? { params: z.input<P> } : object;
type QueryOf<K extends OperationKey> = Api[K] extends { query: infer Q extends z.ZodMiniType } ? { query?: z.input<Q> } : object;
type BodyOf<K extends OperationKey> = Api[K] extends { body: infer B extends z.ZodMiniType } ? { body: z.input<B> } : object;
export type Sent<K extends OperationKey> = Loose<ParamsOf<K> & QueryOf<K> & BodyOf<K>>;
/** Ids and dates are plain text on their way out. */
type Loose<T> = T extends string
  ? string
  : T extends readonly (infer E)[]
    ? Loose<E>[]
    : T extends object
      ? { [P in keyof T]: Loose<T[P]> }
      : T;

type AnswerOf<Answer> = Answer extends z.ZodMiniType ? z.output<Answer> : string;
export type Answer<K extends OperationKey> = AnswerOf<Api[K]["answers"][keyof Api[K]["answers"]]>;

/** Somebody with a browser of their own, over HTTP only. */
export type Person = {
  readonly mail: string;
  /** @throws Error with the problem's words when the API refuses */
  readonly call: <K extends OperationKey>(key: K, sent: Sent<K>) => Promise<Answer<K>>;
  /** Signs in through the code that reaches the inbox, and by a passkey where one is due. */
  readonly signIn: () => Promise<void>;
  /** Enrols a passkey, or proves it, where that is due: after rights were given. */
  readonly takeSecondStep: () => Promise<void>;
  /** What their browser shows with each request. */
  readonly cookie: () => string;
};

const InboxAnswer = z.object({ mails: z.array(z.object({ id: z.string(), subject: z.string(), text: z.string() })) });
/** How long a mail may take to arrive, seconds. */
const mailWaitSeconds = 10;

/** The first mail to an address that came after another one, waited for. */
export const mailTo = async (inbox: string, address: string, after = "") => {
  const query = new URLSearchParams({ to: address, wait: String(mailWaitSeconds), ...(after && { after }) });
  const { mails } = InboxAnswer.parse(await (await fetch(`${inbox}/api/mails?${query}`)).json());
  const [mail] = mails;
  if (!mail) throw new Error(`No mail reached ${address} within ${mailWaitSeconds} s.`);
  return mail;
};

/** The code to sign in with that reaches an address after another mail; letters about other things may come before it. */
export const signInCode = async (inbox: string, address: string, after: string): Promise<string> => {
  const { id, text } = await mailTo(inbox, address, after);
  return /\b\d{6}\b/.exec(text)?.[0] ?? signInCode(inbox, address, id);
};

/** The newest mail id that an address has, to wait for what comes after it. */
export const lastMailId = async (inbox: string, address: string): Promise<string> => {
  const { mails } = InboxAnswer.parse(await (await fetch(`${inbox}/api/mails?${new URLSearchParams({ to: address })}`)).json());
  return mails.at(-1)?.id ?? "";
};

/** People come back with another browser and the same passkey. */
const rings = new Map<string, KeyRing>();
export const keysOf = (origin: string): KeyRing => {
  const ring = rings.get(origin) ?? aKeyRing(origin);
  rings.set(origin, ring);
  return ring;
};

export const aPerson = (origin: string, inbox: string, mail: string, locale: "ko" | "en" = "ko"): Person => {
  const cookies = new Map<string, string>();
  const keys = keysOf(origin);
  const cookie = (): string => [...cookies].map((pair) => pair.join("=")).join("; ");

  const call = async <K extends OperationKey>(key: K, sent: Sent<K>): Promise<Answer<K>> => {
    const [method = "", template = ""] = key.split(" ");
    const { params = {}, query, body } = sent as { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };
    const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
    const response = await fetch(`${origin}${path}${query ? `?${new URLSearchParams(query)}` : ""}`, {
      method,
      headers: {
        "accept-language": locale,
        origin,
        cookie: cookie(),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const text = await response.text();
    if (!response.ok) {
      const { title, detail, code } = Problem.parse(JSON.parse(text));
      throw new Error(`${key}: ${response.status} ${code}: ${title}. ${detail}`);
    }
    const answer = (api[key] as Operation).answers[response.status];
    if (answer === undefined) throw new Error(`${key} answered ${response.status}, which its contract does not know.`);
    if (answer === null) return "" as Answer<K>;
    return ("contentType" in answer ? text : (answer as z.ZodMiniType).parse(JSON.parse(text))) as Answer<K>;
  };

  const signIn = async (): Promise<void> => {
    const before = await lastMailId(inbox, mail);
    await call("POST /api/sign-in/challenges", { body: { mail, locale } } as Sent<"POST /api/sign-in/challenges">);
    await call("POST /api/sign-in/sessions", {
      body: { code: await signInCode(inbox, mail, before) },
    } as Sent<"POST /api/sign-in/sessions">);
    await takeSecondStep();
  };
  const takeSecondStep = async (): Promise<void> => {
    await keys.takeStep(await call("GET /api/me", {} as Sent<"GET /api/me">), (key, sent) => call(key, sent as never));
  };
  return { mail, call, signIn, takeSecondStep, cookie };
};
