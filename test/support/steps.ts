import { afterEach, beforeEach } from "vitest";

/** For a story told in tests that follow each other: after one that failed, those that build on it are left out. Call it inside `describe`. */
export const stopAtFirstFailure = (): void => {
  let failed = false;
  beforeEach(({ skip }) => skip(failed, "an earlier step failed"));
  afterEach(({ task }) => {
    failed ||= task.result?.state === "fail";
  });
};
