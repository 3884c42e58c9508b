import type { PersonId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { type Details, isOldEnough } from "../../shared/domain/registration.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { foundBy } from "../registrations/found-by-writes.ts";
import { correctPerson } from "../registrations/registration-writes.ts";

/** Corrects what a person gave of themselves, whether or not they are to come anywhere: every visit reads it from one place. */
export const correctMe = async (
  { db, clock }: Pick<Deps, "db" | "clock">,
  personId: PersonId,
  details: Details & { locale: Locale },
): Promise<Outcome<undefined>> => {
  if (!isOldEnough(details.birthYear, seoulDateOf(clock.now())))
    return refuse("too-young", { fields: [{ pointer: "/birthYear", code: "too-young" }] });
  const result = await transact<string>(db, { person: correctPerson(personId, details), ...foundBy(personId, details) });
  return result.ok ? done(undefined) : refuse("not-found");
};
