import type { CentreService } from "../../../../shared/domain/services.ts";

/** What nearly every visit offers. */
export const usualServices: readonly CentreService[] = ["job_initial", "job_follow", "resume", "interview_prep"];
