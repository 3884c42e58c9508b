import * as z from "zod/mini";
import { AptitudeStep, AptitudeTestKind, AptitudeTestState } from "../domain/aptitude-test.ts";
import { AptitudeTestId, RegistrationId, VisitId } from "../domain/ids.ts";
import { Instant, LocalDate } from "../domain/seoul-time.ts";
import { oneLine } from "../domain/text.ts";
import { operations } from "./operation.ts";

const counsellors = { staff: ["counsellor"] } as const;
/** The version that was on the screen. */
const seen = z.int().check(z.minimum(1), z.maximum(100));
const atPerson = { visitId: VisitId, registrationId: RegistrationId };

/** One step of a test; `byName` is null once they work here no more. */
const madeStep = z.strictObject({
  did: z.enum(["requested", "found_needed", "found_not_needed", "took", "explained", "withdrew"]),
  at: Instant,
  /** The day in Seoul on which a test was taken, which may be before it was written down; null for other steps. */
  on: z.nullable(LocalDate),
  byName: z.nullable(z.string()),
});

/** A test as it stands: that it took place, and never what it showed. */
export const AptitudeTest = z.strictObject({
  testId: AptitudeTestId,
  state: AptitudeTestState,
  /** Which one; null until somebody talked about it. */
  kind: z.nullable(AptitudeTestKind),
  /** Why none was needed. */
  why: z.nullable(z.string()),
  /** The day of the visit at which it was asked for. */
  visitOn: z.nullable(LocalDate),
  steps: z.array(madeStep),
  version: z.int(),
});
export type AptitudeTest = z.infer<typeof AptitudeTest>;

const Tests = z.strictObject({ name: z.string(), tests: z.array(AptitudeTest) });
export type Tests = z.infer<typeof Tests>;

/** A line of a visit's register. */
export const RegisterRow = z.strictObject({
  registrationId: RegistrationId,
  testId: AptitudeTestId,
  name: z.string(),
  state: AptitudeTestState,
  kind: z.nullable(AptitudeTestKind),
  requestedAt: Instant,
});
export type RegisterRow = z.infer<typeof RegisterRow>;

/** Somebody who booked a time for a test, of whom nothing is in the register yet. */
const Expected = z.strictObject({ registrationId: RegistrationId, name: z.string(), startsAt: Instant, hasArrived: z.boolean() });

/** Aptitude tests (직업적성검사): asked for, counselled whether one is needed, taken, explained. */
export const aptitudeTestOperations = operations({
  "GET /api/office/visits/{visitId}/aptitude-tests": {
    summary:
      "The register of a visit's aptitude tests, by when they were asked for, and who booked a time and is not in it. A look is logged.",
    who: counsellors,
    params: z.strictObject({ visitId: VisitId }),
    answers: { 200: z.strictObject({ rows: z.array(RegisterRow), expected: z.array(Expected) }) },
    problems: [],
  },
  "GET /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests": {
    summary: "Somebody's aptitude tests at every visit, the newest first. A look is logged.",
    who: counsellors,
    params: z.strictObject(atPerson),
    answers: { 200: Tests },
    problems: [],
  },
  "PUT /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}": {
    summary:
      "Somebody asks for a test. The id is the client's, so that the same sent twice is one. Until it is over it is on the caller's list of what to do.",
    who: counsellors,
    params: z.strictObject({ ...atPerson, testId: AptitudeTestId }),
    answers: { 200: Tests, 201: Tests },
    problems: ["id-taken"],
  },
  "POST /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}/steps": {
    summary: "What was done: found needed, or not, and why; taken, and on which day; explained; withdrawn. Sent again it answers the same.",
    who: counsellors,
    params: z.strictObject({ ...atPerson, testId: AptitudeTestId }),
    body: z.strictObject({ step: AptitudeStep, seen }),
    answers: { 200: Tests },
    problems: ["aptitude-test-changed"],
  },
  "POST /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}/undoing": {
    summary:
      "Take back the last that was written down by mistake, with a reason, which is logged: the test stands where it stood before, on the list of who took it in, and is counted no more if it was taken. Asked for by mistake it is gone. Sent again it answers the same.",
    who: counsellors,
    params: z.strictObject({ ...atPerson, testId: AptitudeTestId }),
    body: z.strictObject({ reason: oneLine(120), seen }),
    answers: { 200: Tests },
    problems: ["aptitude-test-changed"],
  },
});
