import { fromBase64Url } from "../../shared/domain/base64url.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { importNotePublicKey, sealNote } from "../../shared/domain/sealed-note.ts";
import { aConsultation, anId, type OpenVisit } from "./builders.ts";
import { loadPack } from "./phones.ts";
import type { Browser, World } from "./world.ts";

const notePhone = "phone-n-0001";
export const handInKey = "PUT /api/office/visits/{visitId}/desk-notes/{consultationId}" as const;

type About = { subject: string } | { registrationId: string };

/** A note as a phone seals it; `said` is what it says. */
export const aDeskNote = async (
  world: World,
  { visitId }: Pick<OpenVisit, "visitId">,
  staff: Browser,
  about: About,
  said: Record<string, unknown> | string = aConsultation({ heldAt: world.deps.clock.now() }),
) => {
  const { noteKey } = await loadPack(world, { visitId }, staff, notePhone);
  const publicKey = await importNotePublicKey(fromBase64Url(noteKey ?? ""));
  const text = typeof said === "string" ? said : JSON.stringify(said);
  const sealed = await sealNote(text, { visitId: VisitId.parse(visitId), publicKey });
  const { accountId: byId } = await world.get("GET /api/me", {}, staff);
  return { params: { visitId, consultationId: anId("con") }, body: { about, byId: byId as string, deviceId: notePhone, sealed } };
};
