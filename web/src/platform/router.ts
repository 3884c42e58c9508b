/**
 * The addresses within one entry (staff, console): a list of patterns, the History API, and nothing else. The server answers every path of an entry
 * with the same page, so each address can be opened, reloaded and sent to a colleague.
 */
import { useEffect, useRef, useState } from "preact/hooks";

/** The names in a pattern: `/console/visits/:visitId` → `{ visitId: string }`. */
export type PathParams<Pattern extends string> = Pattern extends `${infer Part}/${infer Rest}`
  ? PathParams<Part> & PathParams<Rest>
  : Pattern extends `:${infer Name}`
    ? { [Key in Name]: string }
    : unknown;

export type Route<Page> = { pattern: string; open: (params: never) => Page };

/** One address. `open` gets what stands at the names of the pattern. */
export const route = <const Pattern extends string, Page>(pattern: Pattern, open: (params: PathParams<Pattern>) => Page): Route<Page> => ({
  pattern,
  open,
});

/** The page at a path; undefined where there is none. A slash at the end does not matter. The first route that fits wins. */
export function pageAt<Page>(routes: readonly Route<Page>[], path: string): Page | undefined {
  for (const { pattern, open } of routes) {
    const params = paramsOf(pattern, path);
    if (params) return open(params as never);
  }
  return undefined;
}

export function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const [names, parts] = [partsOf(pattern), partsOf(path)];
  if (names.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, name] of names.entries()) {
    const part = parts[i] ?? "";
    if (name.startsWith(":")) params[name.slice(1)] = part;
    else if (name !== part) return undefined;
  }
  return params;
}

const partsOf = (path: string): string[] => path.split("/").filter((part) => part !== "");

const moved = "jobstop:moved";
let movedHere = false;

/** Goes to another address of this entry; `replace` leaves no step for the back button. */
export function goTo(path: string, { replace = false } = {}): void {
  // The address may be right already while the page shows something else, as after `history.replaceState`.
  if (path === location.pathname + location.search) {
    dispatchEvent(new Event(moved));
    return;
  }
  if (replace) history.replaceState(null, "", path);
  else history.pushState(null, "", path);
  dispatchEvent(new Event(moved));
  scrollTo(0, 0);
}

/** The path as it is now; the component draws itself anew when it changes. */
export const usePath = (): string => useWhere(pathNow);

/** The query as it is now, with its question mark; empty without one. */
export const useSearch = (): string => useWhere(searchNow);

const pathNow = (): string => location.pathname;
const searchNow = (): string => location.search;

function useWhere(read: () => string): string {
  const [where, setWhere] = useState(read);
  useEffect(() => {
    const follow = () => {
      movedHere = true;
      setWhere(read());
    };
    addEventListener("popstate", follow);
    addEventListener(moved, follow);
    // A component below may have moved on before anybody listened.
    setWhere(read());
    return () => {
      removeEventListener("popstate", follow);
      removeEventListener(moved, follow);
    };
  }, [read]);
  return where;
}

/** True once the reader has moved within the entry: then a new page takes the focus, as a freshly loaded one would. */
export const hasMoved = (): boolean => movedHere;

const stepNow = (): unknown => (history.state as { step?: unknown } | null)?.step;

/**
 * Gives a screen that takes another one's place at the same address a step of its own: the browser's back button then leads to the screen before,
 * which `onBack` shows.
 */
export function useBackStep(step: string, shown: boolean, onBack: () => void): void {
  const back = useRef(onBack);
  back.current = onBack;
  useEffect(() => {
    if (!shown) return;
    // A page that was loaded anew on this step stands on it already.
    if (stepNow() !== step) history.pushState({ step }, "");
    const follow = () => {
      if (stepNow() !== step && ending !== step) back.current();
    };
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, [step, shown]);
}

/** Whether the page stands on this step, also after it was loaded anew. */
export const isOnStep = (step: string): boolean => stepNow() === step;

const longestStepBackMs = 500;
/** The step being taken back by the page itself: nobody pressed a button. */
let ending: string | undefined;

/** Takes back a step that has done its work, so that the back button does not lead there again. */
export async function endStep(step: string): Promise<void> {
  if (stepNow() !== step) return;
  ending = step;
  await new Promise<void>((resolve) => {
    addEventListener("popstate", () => resolve(), { once: true });
    setTimeout(resolve, longestStepBackMs);
    history.back();
  });
  ending = undefined;
}

/**
 * Lets every plain press on a link to an address below `root` stay within the entry; anything else (another entry, a new tab, a download, the middle
 * button) is left to the browser. So pages write ordinary links. `below: false` keeps to the address itself. Answers how to stop.
 */
export function followLinks(root: string, { below = true } = {}): () => void {
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.target !== "" || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (link.pathname !== root && !(below && link.pathname.startsWith(`${root}/`))) return;
    // A place on the same page: the skip link, a field named by an error.
    if (link.hash !== "" && link.pathname === location.pathname) return;
    event.preventDefault();
    goTo(link.pathname + link.search);
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}
