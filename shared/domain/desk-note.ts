/**
 * Notes of talks (상담일지) written at the bus: sealed on the phone as soon as they are saved (`sealed-note.ts`), with or without a network, and opened by the
 * server alone. They are about somebody with a ticket, somebody who came without one, or a registration that was on the screen.
 */
import * as z from "zod/mini";
import { Subject } from "./check-in-event.ts";
import { Consultation } from "./consultation.ts";
import { NextStep } from "./follow-up.ts";
import { RegistrationId } from "./ids.ts";

/** Whom a note is about, as the phone knows them. */
export const DeskNoteAbout = z.union([z.strictObject({ subject: Subject }), z.strictObject({ registrationId: RegistrationId })]);
export type DeskNoteAbout = z.infer<typeof DeskNoteAbout>;

/** What is sealed: the whole note, its codes too. Of a walk-in there is no next step: whoever is to be called has to be registered. */
export const DeskNoteText = z.strictObject({ ...Consultation.shape, next: z.nullable(NextStep) });
export type DeskNoteText = z.infer<typeof DeskNoteText>;

/** A `DeskNoteText` of full length, sealed, fits: 2,200 characters of three bytes each, in base64url. */
export const SealedDeskNote = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/, { error: "format" }), z.maxLength(12_000));

/**
 * Why a note that came was not written: it does not open or read; its phone had been reported lost; they are registered no longer; it lies in the future, or
 * long before the visit;
 * another stands under its number; a walk-in has a next step.
 */
export const DeskNoteRefusal = z.enum([
  "unreadable",
  "device-revoked",
  "not-found",
  "in-future",
  "too-early",
  "id-taken",
  "walk-in-next",
  "other",
]);
export type DeskNoteRefusal = z.infer<typeof DeskNoteRefusal>;

/** `sealed` until the server has opened it; `refused` until who wrote it mends or drops it; `struck`: it was written, about somebody else, and never is again. */
export type DeskNoteState = "sealed" | "written" | "refused" | "dropped" | "struck";
