import type { LeadId, PostingId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { BusinessNumber } from "../../shared/domain/text.ts";
import type { Item } from "../platform/db.ts";
import {
  type Key,
  leadContactKey,
  leadCountKey,
  leadKey,
  leadListedIndex,
  leadListedKey,
  leadNumberKey,
  leadPostingKey,
  leadStepKey,
  leadStepsIndex,
  leadsIndex,
  leadsOfOwnerPartition,
  leadsOfSourcePartition,
} from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { LeadItem, LeadPosting, StoredLead, StoredLeadContact } from "./lead-reads.ts";

/** What is written with a lead: its entry, its step in the owner's list, its count, and whose its business number is. */
type LeadWrites = Readonly<Record<string, Write>>;

const stepOf = ({ leadId, ownerId, next }: StoredLead): Write =>
  next
    ? upsert(leadStepKey(leadId), "lead-step", { leadId, ownerId, ...next, ...leadStepsIndex(ownerId, next.dueOn, leadId) })
    : { Delete: { Key: leadStepKey(leadId) } };

const countOf = ({ leadId, foundOn, draft, contactedOn, visitedOn, agreedOn, employerId }: StoredLead): Write =>
  upsert(leadCountKey(foundOn, leadId), "lead-count", {
    ...{ foundOn, sourceId: draft.sourceId, contactedOn, visitedOn, agreedOn, employerId },
  });

/** The lead in the lists of its owner and of its source. */
const listed = ({ leadId, ownerId, changedAt, draft: { sourceId } }: StoredLead): LeadWrites => {
  const inList = (by: "OWNER" | "SOURCE", partition: string): Write =>
    upsert(leadListedKey(leadId, by), "lead-listed", { leadId, ...leadListedIndex(partition, changedAt, leadId) });
  return {
    ofOwner: inList("OWNER", leadsOfOwnerPartition(ownerId)),
    ofSource: sourceId ? inList("SOURCE", leadsOfSourcePartition(sourceId)) : { Delete: { Key: leadListedKey(leadId, "SOURCE") } },
  };
};

/** Put once: one lead a business number. */
const takeNumber = ({ leadId }: StoredLead, businessNumber: BusinessNumber): Write => ({
  Put: {
    Item: { ...leadNumberKey(businessNumber), type: "lead-number", version: 1, leadId },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** A lead that is new; refused as "lead" where there is one of this id, as "number" where another has its business number. */
export const addLead = (lead: StoredLead): LeadWrites => ({
  lead: {
    Put: {
      Item: { ...leadKey(lead.leadId), ...leadsIndex(lead.stage, lead.changedAt, lead.leadId), type: "lead", version: 1, ...lead },
      ConditionExpression: "attribute_not_exists(pk)",
    },
  },
  count: countOf(lead),
  ...listed(lead),
  ...(lead.draft.businessNumber && { number: takeNumber(lead, lead.draft.businessNumber) }),
});

/** A lead as it is from now on; refused as "lead" when it has changed since it was read. */
export const changeLead = (before: LeadItem, after: StoredLead): LeadWrites => {
  const [had, has] = [before.draft.businessNumber, after.draft.businessNumber];
  const { leadId, stage, draft, ownerId, changedAt, next, closed, employerId, contactedOn, visitedOn, agreedOn } = after;
  return {
    lead: upsert(
      leadKey(leadId),
      "lead",
      {
        ...{ stage, draft, ownerId, changedAt, next, closed, employerId, contactedOn, visitedOn, agreedOn },
        ...leadsIndex(stage, changedAt, leadId),
      },
      { expression: "version = :seen", values: { ":seen": before.version } },
    ),
    step: stepOf(after),
    count: countOf(after),
    ...listed(after),
    ...(had !== has && has && { number: takeNumber(after, has) }),
    ...(had !== has && had && { former: dropLeadNumber(had) }),
  };
};

export const addLeadContact = (contact: StoredLeadContact): Write => ({
  Put: {
    Item: { ...leadContactKey(contact.leadId, contact.contactId), type: "lead-contact", version: 1, ...contact },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** A posting of the firm; refused when it is there already. */
export const addLeadPosting = (posting: LeadPosting): Write => ({
  Put: {
    Item: { ...leadPostingKey(posting.leadId, posting.postingId), type: "lead-posting", version: 1, ...posting },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const dropLeadPosting = (leadId: LeadId, postingId: PostingId): Write => ({ Delete: { Key: leadPostingKey(leadId, postingId) } });

/** Something was written with a lead that stands at a stage as it did: whoever deletes it or agrees with the firm in this moment looks again. */
export const touchLead = (lead: StoredLead, changedAt: Instant): LeadWrites => {
  const { leadId, stage, ownerId } = lead;
  return {
    lead: upsert(
      leadKey(leadId),
      "lead",
      { changedAt, ...leadsIndex(stage, changedAt, leadId) },
      { expression: "stage = :stage AND ownerId = :owner", values: { ":stage": stage, ":owner": ownerId } },
    ),
    ...listed({ ...lead, changedAt }),
  };
};

export const dropLeadNumber = (businessNumber: string): Write => ({ Delete: { Key: leadNumberKey(businessNumber) } });
/** Refused when something was written of it since it was read: what was written would stay behind. */
export const dropLead = ({ pk, sk, version }: LeadItem): Write => ({
  Delete: {
    Key: { pk, sk } satisfies Key,
    ConditionExpression: "version = :seen",
    ExpressionAttributeValues: { ":seen": version },
  },
});
export const dropLeadItem = ({ pk, sk }: Item): Write => ({ Delete: { Key: { pk, sk } satisfies Key } });
