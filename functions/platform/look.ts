import type { Operation } from "../../shared/contract/operation.ts";
import type { Whose } from "../../shared/domain/access-log.ts";
import type { Actor, PairedDevice } from "./actor.ts";

/** A request to an operation by somebody who may call it. */
export type AskedToLook = {
  /** "METHOD /path" of the contract. */
  key: string;
  operation: Operation;
  params: Readonly<Record<string, string>>;
  body: unknown;
  actor: Actor | PairedDevice;
  ip: string;
};

/** What is written down of a look at somebody's data. */
export type Look = {
  /** Whose data the answer will show, where it does not tell itself; written down while the answer is made. */
  shows(whose: Whose): void;
  /** When the look is written down; throws when it cannot be. */
  noted(answer: unknown): Promise<void>;
};

/** Injected into the router, so that the platform knows no noun. */
export type NoteLook = (asked: AskedToLook) => Look;
