/**
 * Small values kept by the browser. Storage can be full, switched off or cleared by its owner at any time: then nothing is kept, and no page depends
 * on it.
 */
export interface Keeper<Kept> {
  read(): Kept | undefined;
  write(value: Kept): void;
  clear(): void;
}

/** Kept for this tab only (`tab`) or on this device until cleared (`device`). What is not of the right form counts as absent. */
export function keeper<Kept>(where: "tab" | "device", key: string, fits: (value: unknown) => value is Kept): Keeper<Kept> {
  const storage = () => (where === "tab" ? sessionStorage : localStorage);
  const tryTo = <T>(what: () => T): T | undefined => {
    try {
      return what();
    } catch {
      return undefined;
    }
  };
  return {
    read: () => {
      const value = tryTo(() => JSON.parse(storage().getItem(key) ?? "null") as unknown);
      return fits(value) ? value : undefined;
    },
    write: (value) => {
      tryTo(() => storage().setItem(key, JSON.stringify(value)));
    },
    clear: () => {
      tryTo(() => storage().removeItem(key));
    },
  };
}
