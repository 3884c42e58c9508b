/** Header by which an invocation says what time it is in the tests' world. */
export const nowHeader = "x-test-now";
/** The same for the start of a process. */
export const startedAtEnv = "TEST_STARTED_AT";
/** Where the public site is here, for a process that asks it by its own name. */
export const siteEnv = "TEST_SITE";
