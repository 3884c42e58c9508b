import type { LeadId } from "../../shared/domain/ids.ts";
import type { LeadDraft } from "../../shared/domain/lead.ts";
import { sameName } from "../../shared/domain/slot.ts";
import { hashedId } from "../platform/hashed-id.ts";

/** The id of a firm that comes from a list: by what tells it from others, so that the same firm is the same lead in whichever file, however often it is sent. */
export const leadIdOf = ({ nameKo, businessNumber, contact, address }: LeadDraft): LeadId =>
  hashedId("lea", ["jobstop/lead-row/v1", sameName(nameKo), businessNumber ?? contact?.phone ?? address ?? ""]) as LeadId;
