/** No paper is asked for here. */
export const handler = async () => ({ statusCode: 404, body: "{}" });
