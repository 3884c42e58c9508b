import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { grantRoles } from "../../functions/accounts/grant-roles.ts";
import { liveDeps, withLedger } from "../../functions/platform/deps.ts";
import { startStack } from "../../infra/local/stack.ts";
import { MailAddress, PersonName } from "../../shared/domain/text.ts";

/**
 * The whole product in a process of its own, for tests that end it without a warning. Tells its parent when it is ready; asked to look, it handles all
 * that was written and answers the whole table.
 */
const [, , dataFolder = "", port = "0", inboxPort = "0", managerMail = ""] = process.argv;
process.env.POWERTOOLS_LOG_LEVEL = "SILENT";
const stack = await startStack({
  dataFolder,
  siteFolder: dataFolder,
  port: Number(port),
  inboxPort: Number(inboxPort),
  now: new Date("2026-11-23T01:00:00.000Z"),
  timers: false,
  onTrouble: () => {},
});
stack.failed.catch(() => process.exit(1));
await grantRoles(withLedger(liveDeps("kill")), {
  mail: MailAddress.parse(managerMail),
  name: PersonName.parse("권도경"),
  roles: ["manager"],
});
process.on("message", async () => {
  await stack.drain();
  await stack.fire("settle-offers");
  await stack.drain();
  const doc = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const items: unknown[] = [];
  for await (const page of paginateScan({ client: doc }, { TableName: stack.tableName })) items.push(...(page.Items ?? []));
  process.send?.({ items: JSON.parse(JSON.stringify(items, (_, value) => (value instanceof Set ? [...value] : value))) });
});
process.send?.({ ready: true });
