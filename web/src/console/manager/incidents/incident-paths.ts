export const incidentsPath = "/console/incidents";
export const incidentPath = (incidentId: string): string => `${incidentsPath}/${incidentId}`;
