import { dueProblem } from "../../shared/domain/follow-up.ts";
import type { AccountId, FollowUpId, PartnerLinkId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { PartnerLinkDraft } from "../../shared/domain/partner.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { consentFor } from "../consents/consent-writes.ts";
import { openFollowUp } from "../follow-ups/follow-up-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { countAct } from "../reports/counted-act-writes.ts";
import { findPartnerLinkOf } from "./partner-link-reads.ts";
import { addPartnerLink } from "./partner-link-writes.ts";
import { partnersById } from "./partner-reads.ts";

type For = {
  personId: PersonId;
  visitId: VisitId;
  registrationId: RegistrationId;
  linkId: PartnerLinkId;
  byId: AccountId;
  locale: Locale;
};

/**
 * Hands somebody on to a partner, with the consent that they gave for it alone; that it is asked what came of it, and that it is counted: all or nothing. Sent
 * again it is the same.
 */
export const makePartnerLink = async (
  { db, clock }: Deps,
  { personId, visitId, registrationId, linkId, byId, locale }: For,
  { draft: { partnerId, what, dueOn }, consentVersion }: { draft: PartnerLinkDraft; consentVersion: string },
): Promise<Outcome<{ isNew: boolean }>> => {
  const at = clock.now();
  const known = await findPartnerLinkOf(db, personId, linkId);
  const isSame = known?.byId === byId && known.partnerId === partnerId && (known.state === "withdrawn" || known.what === what);
  if (known) return isSame ? done({ isNew: false }) : refuse("id-taken");
  const consent = consentFor("partner_link", consentVersion, { locale, at, channel: "staff" });
  if (!consent) return refuse("consent-outdated");
  const bad = dueProblem(dueOn, seoulDateOf(at));
  if (bad) return refuse("invalid-fields", { fields: [{ pointer: "/draft/dueOn", code: bad }] });
  const partner = (await partnersById(db)).get(partnerId);
  if (!partner?.isInUse) return refuse("invalid-fields", { fields: [{ pointer: "/draft/partnerId", code: "not-a-choice" }] });
  const { kind, nameKo, nameEn } = partner;
  // Bears the link's own number, so that the same sent twice opens one.
  const followUpId = `fup_${linkId.slice(4)}` as FollowUpId;
  const result = await transact<string>(db, {
    link: addPartnerLink({
      ...{ linkId, personId, visitId, registrationId, partnerId, byId, agreedAt: at, followUpId, state: "linked", what, consent },
    }),
    person: whileKnown(personId),
    task: openFollowUp({
      ...{ followUpId, personId, visitId, registrationId, cause: "partner-link", ownerId: byId, openedAt: at },
      ...{ what: { kind: "partner-result", nameKo, nameEn }, dueOn, waitingFor: "partner" },
    }),
    counted: countAct(visitId, `linked-${kind}`, linkId, registrationId, at),
  });
  if (result.ok) return done({ isNew: true });
  return result.refused.includes("person") ? refuse("not-found") : refuse("id-taken");
};
