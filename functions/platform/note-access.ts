import type { Operation } from "../../shared/contract/operation.ts";
import type { Whose } from "../../shared/domain/access-log.ts";
import type { Refusal } from "../../shared/problem/catalogue.ts";
import type { Actor, Kiosk, OtherSystem, PairedDevice } from "./actor.ts";

/** A request to an operation by somebody who may call it. */
export type Asked = {
  /** "METHOD /path" of the contract. */
  key: string;
  operation: Operation;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  body: unknown;
  actor: Actor | PairedDevice | Kiosk | OtherSystem;
  ip: string;
  cookie(name: string): string | undefined;
};

/** What is written down of a request: whose data it shows, who came and went, who was given what (promise 9). */
export type Noting = {
  /** Whose data the answer will show, where it does not tell itself; written down while the answer is made. */
  shows(whose: Whose): void;
  /** Resolves when it is written down; throws when it cannot be, and then nothing is to be answered. */
  answered(answer: unknown): Promise<void>;
  refused(refusal: Refusal): Promise<void>;
};

/** Injected into the router, so that the platform knows no noun. */
export type NoteAccess = (asked: Asked) => Noting;
