import type { PlanState } from "../../../../../shared/domain/states.ts";
import type { Tone } from "../../../ui/card.tsx";

export const planTones: Record<PlanState, Tone> = { draft: "sign", running: "main", done: "good" };
