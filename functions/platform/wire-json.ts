/** DynamoDB's JSON: everything as it stands, but for bytes, which are base64 under the key `B`. No sets of bytes are kept. */

export const wireJson = (input: object): string =>
  JSON.stringify(input, function (this: Record<string, unknown>, key, value) {
    // Buffers turn themselves into something else before they arrive as the value.
    const given = this[key];
    return given instanceof Uint8Array ? Buffer.from(given).toString("base64") : value;
  });

const carriesBytes = /"B"\s*:\s*"/;

// biome-ignore lint/suspicious/noExplicitAny: who asked knows what the answer is, as with JSON.parse.
export const readWireJson = (text: string): any =>
  carriesBytes.test(text)
    ? // An attribute that is called B is an object there, not a text.
      JSON.parse(text, (key, value) => (key === "B" && typeof value === "string" ? Uint8Array.from(Buffer.from(value, "base64")) : value))
    : JSON.parse(text);
