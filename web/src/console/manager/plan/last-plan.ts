import { keeper } from "../../../platform/kept.ts";

/** The plan last worked on for a visit, on this device: the API lists none, and a closed tab must not lose it. */
export const lastPlan = (visitId: string) =>
  keeper("device", `jobstop:plan:${visitId}`, (value): value is string => typeof value === "string" && value.startsWith("pln_"));
