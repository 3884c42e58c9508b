import * as z from "zod/mini";
import { PersonId, RegistrationId, VisitId } from "../domain/ids.ts";
import { LocalDate } from "../domain/seoul-time.ts";
import { oneLine } from "../domain/text.ts";
import { operations } from "./operation.ts";

/** Who may say that two are one: it opens to each what is kept of the other. */
const deskLeads = { staff: ["desk", "manager"] } as const;

/** One of two records. Names are masked: that they are the same is what the list says. */
const Record = z.strictObject({
  personId: PersonId,
  maskedName: z.string(),
  birthYear: z.int(),
  phoneEnd: z.nullable(z.string()),
  hasMail: z.boolean(),
  /** At this visit; null for whoever is registered for others only. */
  registrationId: z.nullable(RegistrationId),
  lastVisitOn: z.nullable(LocalDate),
});

/** Two records that may be of one person: the same name and year of birth, and what their numbers say. */
export const SamePair = z.strictObject({
  one: Record,
  other: Record,
  phone: z.enum(["same", "missing", "different"]),
  /** What staff found out about them, if anything: that they are one, or two. */
  said: z.nullable(z.enum(["same", "different"])),
  /** Why they are two. */
  why: z.nullable(z.string()),
});
export type SamePair = z.infer<typeof SamePair>;

const onVisit = z.strictObject({ visitId: VisitId });
const reason = oneLine(120);

const twoOfThem = z.strictObject({ one: PersonId, other: PersonId, reason });

/** The same person twice: found, merged or told apart with a reason, and undone where that was wrong. */
export const samePeopleOperations = operations({
  "GET /api/staff/visits/{visitId}/same-people": {
    summary: "People of a visit who may be there twice, at this visit or another: the same name and year of birth. A look is logged.",
    who: deskLeads,
    params: onVisit,
    answers: { 200: z.strictObject({ pairs: z.array(SamePair) }) },
    problems: [],
  },
  "POST /api/staff/visits/{visitId}/same-people/merges": {
    summary:
      "Say that two records are of one person, with a reason, which is logged. Nothing is moved: they are counted, exported, erased and kept as one. One of them is registered for the visit. Sent again it answers the same.",
    who: deskLeads,
    params: onVisit,
    body: twoOfThem,
    answers: { 204: null },
    problems: ["people-differ", "already-merged", "said-different"],
  },
  "POST /api/staff/visits/{visitId}/same-people/separations": {
    summary: "Take back that two records are of one person, with a reason, which is logged. Sent again it answers the same.",
    who: deskLeads,
    params: onVisit,
    body: twoOfThem,
    answers: { 204: null },
    problems: [],
  },
  "POST /api/staff/visits/{visitId}/same-people/differences": {
    summary:
      "Say that two who are called the same are two people, with a reason, which is logged: they are not proposed again. One of them is registered for the visit. Sent again it answers the same.",
    who: deskLeads,
    params: onVisit,
    body: twoOfThem,
    answers: { 204: null },
    problems: ["already-merged"],
  },
  "POST /api/staff/visits/{visitId}/same-people/differences/withdrawal": {
    summary: "Take back that two are two people, with a reason, which is logged: they are proposed again. Sent again it answers the same.",
    who: deskLeads,
    params: onVisit,
    body: twoOfThem,
    answers: { 204: null },
    problems: [],
  },
});
