import * as z from "zod/mini";

/** What the mail service can be told to do wrong, by the names that its API uses for it. */
const errors = {
  Throttling: { status: 429, type: "TooManyRequestsException", message: "Maximum sending rate exceeded." },
  MessageRejected: { status: 400, type: "MessageRejected", message: "The message is rejected." },
  AccountSuspended: { status: 400, type: "AccountSuspendedException", message: "Sending is suspended." },
  /** Nothing is sent, and the caller hears of it. */
  ServiceUnavailable: { status: 503, type: "InternalServiceErrorException", message: "The service is not available." },
  /** The mail is sent, but the caller hears of a time-out: the case in which a retry sends it twice. */
  AcceptedThenTimeout: { status: 504, type: "RequestTimeoutException", message: "The request timed out." },
} as const;

type ErrorKind = keyof typeof errors;
type FaultAnswer = (typeof errors)[ErrorKind];

/** What can become of a mail that was taken: the sender hears of it by an event only. */
const mishaps = ["Bounce", "MailboxFull", "Complaint"] as const;
export type Mishap = (typeof mishaps)[number];

export type FaultKind = ErrorKind | Mishap;
/** A fault by what the sender is answered, or by what becomes of the mail afterwards. */
export type TakenFault =
  | { readonly kind: ErrorKind; readonly answer: FaultAnswer }
  | { readonly kind: Mishap; readonly answer?: undefined };

const faultSchema = z.strictObject({
  kind: z.enum([...(Object.keys(errors) as [ErrorKind, ...ErrorKind[]]), ...mishaps]),
  /** How many of the next sends are hit. */
  times: z._default(z.int().check(z.positive(), z.maximum(1000)), 1),
  /** Only sends to this address. */
  to: z.optional(z.string()),
});
export type Fault = z.infer<typeof faultSchema>;

export type FaultQueue = {
  /** @throws ZodError when it is not a fault or a list of faults. */
  readonly add: (input: unknown) => void;
  readonly list: () => readonly Fault[];
  readonly clear: () => void;
  /** The next fault for a send to these addresses, used up by the call. */
  readonly take: (to: readonly string[]) => TakenFault | undefined;
};

/** Faults on demand, in the order in which they were asked for. */
export function faultQueue(): FaultQueue {
  let faults: Fault[] = [];
  return {
    add: (input) => {
      faults.push(...z.array(faultSchema).parse([input].flat()));
    },
    list: () => faults,
    clear: () => {
      faults = [];
    },
    take: (to) => {
      const fault = faults.find((candidate) => !candidate.to || to.includes(candidate.to.toLowerCase()));
      if (!fault) return undefined;
      fault.times -= 1;
      faults = faults.filter(({ times }) => times > 0);
      const { kind } = fault;
      return kind in errors ? { kind: kind as ErrorKind, answer: errors[kind as ErrorKind] } : { kind: kind as Mishap };
    },
  };
}
