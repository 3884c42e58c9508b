export const connectionsPath = "/console/connections";
export const connectionPath = (webhookId: string): string => `${connectionsPath}/${webhookId}`;
