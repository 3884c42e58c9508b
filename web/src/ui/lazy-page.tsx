import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { clientProblemWords } from "../../../shared/copy/client-problems.ts";
import { useLocale } from "../platform/use-locale.ts";
import { Failed, Loading } from "./states.tsx";

/**
 * A page that is fetched when it is first opened, so that the scanner does not wait for it. One that did not come (the connection, or a new version of
 * the site since) says so and can be asked for again.
 */
export function lazyPage<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | undefined;
  return (props: Props) => {
    const locale = useLocale();
    const [Page, setPage] = useState(() => loaded);
    const [failures, setFailures] = useState(0);
    const [isFailed, setFailed] = useState(false);
    // biome-ignore lint/correctness/useExhaustiveDependencies: each press on "try again" is another attempt
    useEffect(() => {
      if (Page) return;
      setFailed(false);
      load().then(
        (page) => {
          loaded = page;
          setPage(() => page);
        },
        () => setFailed(true),
      );
    }, [failures]);
    if (Page) return <Page {...props} />;
    if (!isFailed) return <Loading />;
    // A browser remembers that a module did not come: only a fresh start asks for it again.
    const retry = () => (failures > 0 ? location.reload() : setFailures((count) => count + 1));
    return <Failed problem={clientProblemWords[locale].unreachable} onRetry={retry} />;
  };
}

/** A part of a page that is fetched when it is first shown, and until then, or without it, is not there. */
export function lazyPart<Props extends object>(load: () => Promise<FunctionComponent<Props>>): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | undefined;
  return (props: Props) => {
    const [Part, setPart] = useState(() => loaded);
    // Asked for even where it is loaded: it may have come for another place since this one was drawn.
    useEffect(() => {
      load().then(
        (part) => {
          loaded = part;
          setPart(() => part);
        },
        () => undefined,
      );
    }, []);
    return Part ? <Part {...props} /> : null;
  };
}
