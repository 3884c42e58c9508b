/** DynamoDB takes 100 writes in one transaction; some are left for what is not counted. */
const mostWrites = 80;

/**
 * Room in one transaction that writes so many items to begin with: tells of each further part, by its writes and the items that it names, whether it fits
 * beside what went in before it, and lets it in. One transaction names each item once.
 */
export const roomInTransaction = (writes: number) => {
  const items = new Set<string>();
  let cost = writes;
  return (more: number, named: readonly string[] = []): boolean => {
    if (cost + more > mostWrites || named.some((item) => items.has(item)) || new Set(named).size < named.length) return false;
    cost += more;
    for (const item of named) items.add(item);
    return true;
  };
};
