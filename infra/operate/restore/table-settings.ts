import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ListTagsOfResourceCommand,
  type TableDescription,
  TagResourceCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";

/** What the engine of one machine does not know, and AWS does. */
export type Unknown = "point-in-time recovery" | "deletion protection" | "tags";

/** How a table is kept, as far as a restore does not bring it along. */
export type Settings = {
  stream: boolean;
  /** Attribute of the time to live, when it is on. */
  timeToLive: string | undefined;
  /** Days that it can be wound back to; undefined when that is off. */
  recoveryDays: number | undefined;
  deletionProtection: boolean;
  tags: Record<string, string>;
  keyArn: string | undefined;
  unknown: readonly Unknown[];
};

export const describe = async (client: DynamoDBClient, table: string): Promise<TableDescription> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  if (!Table) throw new Error(`There is no table ${table}.`);
  return Table;
};

/** Undefined where the engine does not know of it; on AWS everything else is thrown. */
const ifKnown = async <T>(what: Unknown, unknown: Unknown[], ask: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await ask();
  } catch (error) {
    const isForeign = error instanceof Error && /UnknownOperation/.test(error.name);
    if (!isForeign) throw error;
    unknown.push(what);
    return undefined;
  }
};

const tagsOf = async (client: DynamoDBClient, { TableArn }: TableDescription): Promise<Record<string, string>> => {
  const { Tags = [] } = await client.send(new ListTagsOfResourceCommand({ ResourceArn: TableArn }));
  // CloudFormation's own name what it made; they cannot be set by anybody else.
  return Object.fromEntries(Tags.flatMap(({ Key = "", Value = "" }) => (Key.startsWith("aws:") ? [] : [[Key, Value]])));
};

export const readSettings = async (client: DynamoDBClient, table: string): Promise<Settings> => {
  const description = await describe(client, table);
  const unknown: Unknown[] = [];
  const { TimeToLiveDescription: ttl } = await client.send(new DescribeTimeToLiveCommand({ TableName: table }));
  const backups = await ifKnown("point-in-time recovery", unknown, () =>
    client.send(new DescribeContinuousBackupsCommand({ TableName: table })),
  );
  const recovery = backups?.ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
  return {
    stream: description.StreamSpecification?.StreamViewType === "NEW_AND_OLD_IMAGES",
    timeToLive: ttl?.TimeToLiveStatus === "ENABLED" || ttl?.TimeToLiveStatus === "ENABLING" ? ttl.AttributeName : undefined,
    recoveryDays: recovery?.PointInTimeRecoveryStatus === "ENABLED" ? recovery.RecoveryPeriodInDays : undefined,
    deletionProtection: description.DeletionProtectionEnabled ?? false,
    tags: (await ifKnown("tags", unknown, () => tagsOf(client, description))) ?? {},
    keyArn: description.SSEDescription?.KMSMasterKeyArn,
    unknown,
  };
};

/** Until a table and its indexes can be used; a restore takes minutes, a large one an hour. */
export const untilActive = async (client: DynamoDBClient, table: string, seconds: number): Promise<void> => {
  await waitUntilTableExists({ client, maxWaitTime: seconds, minDelay: 1, maxDelay: 20 }, { TableName: table });
};

/**
 * Gives a restored table what a restore does not bring along. Each part is looked at first, so that it may be run again after it was broken off.
 *
 * @returns what was set, in words.
 */
export const setLike = async (client: DynamoDBClient, table: string, wanted: Settings): Promise<string[]> => {
  const has = await readSettings(client, table);
  const done: string[] = [];
  if (!has.stream && wanted.stream) {
    await client.send(
      new UpdateTableCommand({ TableName: table, StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" } }),
    );
    await untilActive(client, table, 600);
    done.push("stream");
  }
  if (wanted.deletionProtection && !has.deletionProtection) {
    await client.send(new UpdateTableCommand({ TableName: table, DeletionProtectionEnabled: true }));
    await untilActive(client, table, 600);
    done.push("deletion protection");
  }
  if (wanted.timeToLive && !has.timeToLive) {
    const TimeToLiveSpecification = { AttributeName: wanted.timeToLive, Enabled: true };
    await client.send(new UpdateTimeToLiveCommand({ TableName: table, TimeToLiveSpecification }));
    done.push("time to live");
  }
  if (wanted.recoveryDays && has.recoveryDays !== wanted.recoveryDays) {
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: wanted.recoveryDays };
    await client.send(new UpdateContinuousBackupsCommand({ TableName: table, PointInTimeRecoverySpecification }));
    done.push("point-in-time recovery");
  }
  const missing = Object.entries(wanted.tags).filter(([key, value]) => has.tags[key] !== value);
  if (missing.length > 0) {
    const { TableArn } = await describe(client, table);
    await client.send(new TagResourceCommand({ ResourceArn: TableArn, Tags: missing.map(([Key, Value]) => ({ Key, Value })) }));
    done.push(`${missing.length} tags`);
  }
  return done;
};
