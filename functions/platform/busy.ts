import { ContentionError } from "./transact.ts";

/** How DynamoDB says "not now" when the SDK's own retries are used up. Nothing was written, so the same request may be sent again. */
const passing = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "TransactionConflictException",
  "TransactionInProgressException",
]);

/** Whether an error means that too much was going on, and not that something is wrong. */
export const isBusy = (error: Error): boolean => error instanceof ContentionError || passing.has(error.name);
