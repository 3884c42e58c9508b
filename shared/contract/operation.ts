import type * as z from "zod/mini";
import type { FeedScope } from "../domain/feed.ts";
import type { StaffRole } from "../domain/states.ts";
import type { ProblemCode } from "../problem/catalogue.ts";

/**
 * Who may call: anybody; anybody signed in; a member of the employer named by `{employerId}` in the path (others get 404, as if there were
 * none); the employer's device at a table, or a kiosk, which may call nothing else; staff holding one of the roles, always or at the visit
 * named by `{visitId}` in the path; with `atAnyVisit`, also at whichever; another system by a key that opens the scope.
 */
export type Who =
  | "anyone"
  | "signed-in"
  | "employer-member"
  | "paired-device"
  | "kiosk"
  | { staff: readonly StaffRole[]; atAnyVisit?: true }
  | { scope: FeedScope };

export const isForStaff = (who: Who): who is Extract<Who, { staff: unknown }> => typeof who === "object" && "staff" in who;
export const isForKeys = (who: Who): who is Extract<Who, { scope: unknown }> => typeof who === "object" && "scope" in who;
/** Whether the caller signs in: is somebody, and no device and no system. */
const signsIn = (who: Who): boolean => who !== "anyone" && who !== "paired-device" && who !== "kiosk" && !isForKeys(who);

/** Whether the caller acts by rights over other people's data, for which a mailed code is not enough (`PRIVACY-SECURITY.md`, 10). */
export const isOverOthers = (who: Who): boolean => who === "employer-member" || isForStaff(who);

/** Who works at the bus. */
export const deskStaff = { staff: ["desk", "counsellor", "manager"] } as const satisfies Who;
export const managers = { staff: ["manager"] } as const satisfies Who;

/** An answer that is not JSON: text, or bytes. */
export type RawAnswer = { contentType: string; description: string; isBinary?: true };

/**
 * One operation of the API as data, keyed "METHOD /path" in its group. The server registers handlers from it, OpenAPI is generated from it, the
 * browser's client takes its types: one definition.
 */
export type Operation = {
  summary: string;
  who: Who;
  /** Only within minutes after the second step was proved: what changes how somebody signs in. */
  fresh?: true;
  /** Also for whoever signed in with an address that staff wrote down and nobody has proved: it shows nothing of the person behind it. */
  unproven?: true;
  params?: z.ZodMiniObject;
  query?: z.ZodMiniObject;
  body?: z.ZodMiniType;
  /** Status → schema of the JSON answer, or `null` for an empty one. */
  answers: Readonly<Record<number, z.ZodMiniType | RawAnswer | null>>;
  /** Refusals of its own, beyond those that any operation can give (`generalProblems`). */
  problems: readonly ProblemCode[];
};

export type Operations = Readonly<Record<string, Operation>>;

/** Keeps the literal types and checks the shape. */
export const operations = <const Group extends Operations>(group: Group): Group => group;

export const isRawAnswer = (answer: z.ZodMiniType | RawAnswer | null): answer is RawAnswer => answer !== null && "contentType" in answer;

/** Refusals that any operation may give, by its method, by what it takes and who may call it. */
export const generalProblems = (method: string, operation: Operation): ProblemCode[] => [
  "unexpected",
  "busy",
  // A query that the operation does not know is refused, too.
  "invalid-fields",
  ...(method.toUpperCase() === "GET" ? [] : (["other-site"] as const)),
  ...(operation.params ? (["not-found"] as const) : []),
  ...(operation.body ? (["malformed-json", "json-needed", "body-too-large"] as const) : []),
  ...(operation.who === "paired-device" || operation.who === "kiosk" ? (["pairing-needed"] as const) : []),
  ...(isForKeys(operation.who) ? (["key-needed", "scope-missing", "too-many-requests"] as const) : []),
  ...(signsIn(operation.who) ? (["sign-in-needed"] as const) : []),
  ...(operation.who === "signed-in" && !operation.unproven ? (["address-unproven"] as const) : []),
  ...(operation.fresh || isOverOthers(operation.who) ? (["second-step-needed"] as const) : []),
  ...(operation.fresh ? (["fresh-step-needed"] as const) : []),
  ...(isForStaff(operation.who) ? (["not-allowed"] as const) : []),
];
