import { randomUUID } from "node:crypto";
import type { Context } from "aws-lambda";

/** What a function is told about its own invocation. @param timeoutMs time that it has from now on. */
export function lambdaContext(functionName: string, timeoutMs: number): Context {
  const endsAtMs = performance.now() + timeoutMs;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:ap-northeast-2:000000000000:function:${functionName}`,
    memoryLimitInMB: "512",
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: "local",
    getRemainingTimeInMillis: () => Math.max(0, endsAtMs - performance.now()),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}
