/** Addresses of the console, spelled once. */
/** One's own sign-ins. */
export const accountPath = "/console/account";
export const consoleHome = "/console";
/** Firms that the outreach team found. */
export const leadsPath = "/console/leads";
export const leadPath = (leadId: string): string => `${leadsPath}/${leadId}`;
/** Concerns that firms bring to CEO talks. */
export const talksPath = "/console/talks";
export const talkPath = (talkId: string): string => `${talksPath}/${talkId}`;
export const correctTalkPath = (talkId: string): string => `${talkPath(talkId)}/correction`;
export const employerPath = (employerId: string): string => `/console/employers/${employerId}`;
export const ownTalksPath = (employerId: string): string => `${employerPath(employerId)}/talks`;
export const pastVisitsPath = "/console/visits/past";
export const visitPath = (visitId: string): string => `/console/visits/${visitId}`;
export const applicantsPath = (employerId: string, visitId: string): string =>
  `${employerPath(employerId)}/slot-requests/applicants/${visitId}`;
export const resultsPath = (employerId: string, visitId: string): string =>
  `${employerPath(employerId)}/slot-requests/interviews/${visitId}`;
export const referredPath = (employerId: string, visitId: string): string =>
  `${employerPath(employerId)}/slot-requests/referred/${visitId}`;
export const planPath = (visitId: string, planId: string): string => `${visitPath(visitId)}/plans/${planId}`;
