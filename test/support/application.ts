import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { anId, type OpenVisit } from "./builders.ts";
import type { Browser, World } from "./world.ts";

export const aSummary = (over: Record<string, unknown> = {}) => ({
  wishedJob: "부품 조립",
  years: 12,
  experience: "펌프 조립 12년, 치수 검사 3년",
  ...over,
});

type AtVisit = Pick<OpenVisit, "visitId" | "postingId">;
type OfEmployer = Pick<OpenVisit, "visitId" | "employerId" | "employer">;

export const apply = (
  world: World,
  { visitId, postingId }: AtVisit,
  seeker: Browser,
  applicationId = anId("apl"),
  over: Record<string, unknown> = {},
) =>
  world.call(
    "PUT /api/me/visits/{visitId}/applications/{applicationId}",
    {
      params: { visitId, applicationId },
      body: { postingId, consentVersion: currentConsentVersion.to_employer, summary: aSummary(), ...over },
    },
    seeker,
  );

/** An application that was taken; answers its id. */
export const applied = async (world: World, visit: AtVisit, seeker: Browser): Promise<string> => {
  const answer = await apply(world, visit, seeker);
  if (!answer.ok) throw new Error(`Refused: ${answer.problem.code}.`);
  return answer.value.applicationId;
};

export const withdraw = (world: World, { visitId }: Pick<AtVisit, "visitId">, applicationId: string, seeker: Browser) =>
  world.call("DELETE /api/me/visits/{visitId}/applications/{applicationId}", { params: { visitId, applicationId } }, seeker);

const decide = (world: World, { visitId, employerId, employer }: OfEmployer, applicationId: string, body: Record<string, unknown>) =>
  world.call(
    "POST /api/employers/{employerId}/visits/{visitId}/applications/{applicationId}/decision",
    { params: { visitId, employerId, applicationId }, body },
    employer,
  );
export const accept = (world: World, visit: OfEmployer, applicationId: string, slotId: string | undefined) =>
  decide(world, visit, applicationId, { decision: "accept", slotId });
export const decline = (world: World, visit: OfEmployer, applicationId: string) =>
  decide(world, visit, applicationId, { decision: "decline" });

/** Who applied, as the employer sees it. */
export const applicationsOf = (world: World, { visitId, employerId, employer }: OfEmployer) =>
  world.get("GET /api/employers/{employerId}/visits/{visitId}/applications", { params: { visitId, employerId } }, employer);

/** A person's applications, as "my page" shows them. */
export const myApplications = async (world: World, seeker: Browser) => {
  const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
  return registrations.flatMap(({ applications }) => applications.map(({ application }) => application));
};
