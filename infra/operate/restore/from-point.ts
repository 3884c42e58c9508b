import { type DynamoDBClient, ResourceNotFoundException, RestoreTableToPointInTimeCommand } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../../shared/domain/seoul-time.ts";
import { describe, untilActive } from "./table-settings.ts";

/** Seconds that a restore may take before the script gives up waiting; it goes on by itself, and the script may be run again. */
const longestSeconds = 4 * 3600;

const isThere = async (client: DynamoDBClient, table: string): Promise<boolean> => {
  try {
    await describe(client, table);
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
};

/** Restores a table as it was at an instant into a new one, under the same key, and waits until that can be used. One that is there already is waited for. */
export const restoreFromPoint = async (client: DynamoDBClient, from: string, to: string, at: Instant): Promise<void> => {
  if (!(await isThere(client, to))) {
    const { SSEDescription } = await describe(client, from);
    await client.send(
      new RestoreTableToPointInTimeCommand({
        ...{ SourceTableName: from, TargetTableName: to, RestoreDateTime: new Date(at), BillingModeOverride: "PAY_PER_REQUEST" },
        ...(SSEDescription?.KMSMasterKeyArn && {
          SSESpecificationOverride: { Enabled: true, SSEType: "KMS", KMSMasterKeyId: SSEDescription.KMSMasterKeyArn },
        }),
      }),
    );
  }
  await untilActive(client, to, longestSeconds);
};
