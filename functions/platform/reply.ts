import type * as z from "zod/mini";
import type { Operation, RawAnswer, Who } from "../../shared/contract/operation.ts";
import type { FeedScope } from "../../shared/domain/feed.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { type Done, done, type Outcome } from "../../shared/problem/catalogue.ts";
import type { Actor, Kiosk, OtherSystem, PairedDevice, SignedIn } from "./actor.ts";
import type { Noting } from "./note-access.ts";

type BodyOf<Answer> = Answer extends z.ZodMiniType
  ? z.output<Answer>
  : Answer extends { isBinary: true }
    ? Uint8Array
    : Answer extends RawAnswer
      ? string
      : undefined;

/** What an answer may carry beside its body. `cookies` are whole `Set-Cookie` values. */
export type Extras = { headers?: Record<string, string>; cookies?: readonly string[] };

/** One of the answers that the operation declares. */
export type Reply<O extends Operation> = {
  [Status in keyof O["answers"]]: { status: Status; body: BodyOf<O["answers"][Status]> } & Extras;
}[keyof O["answers"]];

type Parsed<Schema> = Schema extends z.ZodMiniType ? z.output<Schema> : undefined;

type ActorOf<W extends Who> = W extends "anyone"
  ? Actor
  : W extends "paired-device"
    ? PairedDevice
    : W extends "kiosk"
      ? Kiosk
      : W extends { scope: FeedScope }
        ? OtherSystem
        : SignedIn;

/** A request after its shape was checked and its sender identified. */
export type Request<O extends Operation> = {
  params: Parsed<O["params"]>;
  query: Parsed<O["query"]>;
  body: Parsed<O["body"]>;
  actor: ActorOf<O["who"]>;
  locale: Locale;
  /** The sender's address as the edge saw it; only for limits and for the log of looks. */
  ip: string;
  /** What the browser says it is: only to tell a person's own sign-ins apart. */
  userAgent: string;
  cookie(name: string): string | undefined;
  /** Says whose data the answer will show, where `looks` leaves it to the handler. */
  shows: Noting["shows"];
};

export type Handler<O extends Operation> = (request: Request<O>) => Promise<Outcome<Reply<O>>>;
export type Handlers<Group extends Readonly<Record<string, Operation>>> = { [Key in keyof Group]: Handler<Group[Key]> };

export const reply = <const Status extends number, Body>(
  status: Status,
  body: Body,
  extras: Extras = {},
): Done<{ status: Status; body: Body } & Extras> => done({ status, body, ...extras });
