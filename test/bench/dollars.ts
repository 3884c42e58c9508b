import prices from "./prices-seoul.json" with { type: "json" };

/** What one thing costs: metered by us, or assumed in the price file. */
export type Usage = Partial<Record<keyof typeof prices.lines, number>>;

export const dollarsOf = (usage: Usage): number =>
  Object.entries(usage).reduce((total, [line, amount]) => {
    const { usd, per } = prices.lines[line as keyof typeof prices.lines];
    return total + (amount * usd) / per;
  }, 0);

type Units = { writeUnits: number; readUnits: number };

/** Everything that a booking asks of AWS: the request, and what follows from it behind the stream, without the mail itself. */
export const usageOfBooking = (request: Units, following: Units): Usage => {
  const { assumed } = prices;
  const gigabyteSeconds =
    (assumed.apiBilledMilliseconds * assumed.apiGigabytes + assumed.readerBilledMilliseconds * assumed.readerGigabytes) / 1000;
  return {
    writeRequestUnit: request.writeUnits + following.writeUnits,
    readRequestUnit: request.readUnits + following.readUnits,
    httpApiRequest: 1,
    cloudFrontRequest: 1,
    cloudFrontGigabyteOut: assumed.bytesOut / 1e9,
    cloudFrontGigabyteToOrigin: assumed.bytesToOrigin / 1e9,
    lambdaRequest: 2,
    lambdaArmGigabyteSecond: gigabyteSeconds,
    logGigabyte: assumed.logBytes / 1e9,
    streamReadByLambda: 1,
    kmsRequest: assumed.kmsRequests,
  };
};

/** Lines whose price was not looked up for this region. */
export const unknownPrices: readonly string[] = Object.entries(prices.lines).flatMap(([line, { known }]) => (known ? [] : [line]));
