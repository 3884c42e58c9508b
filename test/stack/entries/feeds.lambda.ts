/** Nobody is told anything here. */
export const handler = async () => {};
