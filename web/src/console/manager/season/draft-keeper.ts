import type { SeasonDraft } from "../../../../../shared/domain/season-draft.ts";
import { keeper } from "../../../platform/kept.ts";
import type { Common } from "./read-season.ts";

/** A season in the making, with the ids under which its visits will be stored: whoever loads the page again goes on with the same ones. */
export type KeptSeason = SeasonDraft & { common: Common; stored: readonly string[] };

const fits = (value: unknown): value is KeptSeason =>
  typeof value === "object" &&
  value !== null &&
  "rules" in value &&
  "visits" in value &&
  "none" in value &&
  "common" in value &&
  "stored" in value;

export const seasonKeeper = keeper<KeptSeason>("tab", "jobstop.season.1", fits);
