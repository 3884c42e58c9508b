import { type CostLine, pricesReadOn, sumOf } from "./cost-lines.ts";
import { assumed, type countSeason } from "./season-counts.ts";

const dollars = (value: number): string => (value === 0 ? "0.00" : value < 0.01 ? "< 0.01" : value.toFixed(2));
const amount = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(2))));

const words: Record<keyof typeof assumed, string> = {
  lookersARegistration: "people who look at visits, for each who registers",
  signInsARegistration: "sign-ins of whoever registers",
  looksAtOwnPage: "looks at one's own page and code",
  cancelled: "share of bookings that are cancelled",
  phones: "phones at the bus",
  minutesBetweenLooks: "minutes between two looks of a phone at the day",
  hours: "hours that they do so",
  looksAtInterviews: "looks of each employer at its list",
  bytesAFirstVisit: "bytes of pages for somebody who comes for the first time",
  filesAFirstVisit: "files that they load",
  tableGigabytes: "gigabytes in the tables, and as many in their recovery",
  siteGigabytes: "gigabytes of pages, with those of earlier releases",
  logGigabytes: "gigabytes of logs that are kept",
  canaryRequests: "requests of one walk of the canary",
  refusalCodes: "codes with which bookings are refused in a month",
  requestsAnAct: "requests that an act stands for",
  taskMilliseconds: "billed milliseconds of a timed task with nothing to do",
  taskGigabytes: "gigabytes of memory of that function",
  taskLogBytes: "bytes of log of such a run",
};

/** `docs/COSTS.md` as the model has it. */
export const costsText = (lines: readonly CostLine[], season: ReturnType<typeof countSeason>, measuredOn: string): string => {
  const month = sumOf(lines);
  const byService = [...new Set(lines.map(({ service }) => service))].map((service) => {
    const own = lines.filter((line) => line.service === service);
    return `| ${service} | ${dollars(sumOf(own))} | ${dollars(sumOf(own) * season.months)} |`;
  });
  const unknown = [...new Set(lines.filter(({ known }) => !known).map(({ price }) => price))];
  const rows = lines.map(
    (line) => `| ${line.service} | ${line.what} | ${amount(line.amount)} | ${dollars(line.dollars)}${line.known ? "" : " ?"} |`,
  );
  return `# What it costs

Written by \`npm run costs -- --write\`; \`test/bench/costs.test.ts\` fails when it and the model disagree. Prices of ${pricesReadOn} (\`test/bench/prices-seoul.json\`), US dollars, without the free
allowances of an account and without taxes. Acts were metered on ${measuredOn} (\`test/bench/costs/season-metered.json\`; \`npm run costs -- --measure\` does it anew). It is a model: no bill of AWS has been seen.

A season of ${season.visits} visits in ${season.months.toFixed(1)} months, with as many people a visit as the ${season.held} visits that were held: **${dollars(month)} dollars a month, ${dollars(month * season.months)} a season**, for the stage \`production\`.
A second stage costs what is there in any case once more.

| Service | Dollars a month | Dollars a season |
| --- | ---: | ---: |
${byService.join("\n")}
| **Together** | **${dollars(month)}** | **${dollars(month * season.months)}** |

## Line by line

A question mark stands where the price of Seoul was not looked up: ${unknown.map((name) => `\`${name}\``).join(", ")}. The price of what nobody asked is that of another region, or from memory.

| Service | What | A month | Dollars a month |
| --- | --- | ---: | ---: |
${rows.join("\n")}

Keys, secrets, alarms, metrics, dashboards, firings and lists of the firewall are counted in the templates that would be deployed. Not in it: the domain, the road of data between regions (none but the
certificate's), support of AWS, AWS Budgets (two budgets are free), CloudFormation, on-demand backups (none are made).

## Assumed

| What | Value |
| --- | ---: |
${(Object.keys(words) as (keyof typeof words)[]).map((name) => `| ${words[name]} | ${assumed[name].toLocaleString("en-US")} |`).join("\n")}

How long functions run and how much they say stands with the prices (\`assumed\`).

## How often

| Act | In a season |
| --- | ---: |
${Object.entries(season.times)
  .map(([name, times]) => `| ${name} | ${amount(times)} |`)
  .join("\n")}
`;
};
