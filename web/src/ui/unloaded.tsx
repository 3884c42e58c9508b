import type { Loaded } from "../platform/use-loaded.ts";
import { Page, type PageProps } from "./page.tsx";
import { Failed, Loading } from "./states.tsx";

type Props = Pick<PageProps, "title" | "back" | "narrow"> & { loaded: Exclude<Loaded<unknown>, { state: "loaded" }>; onRetry: () => void };

/** A page whose content is on its way, or did not come: its title stands already, so that everybody knows where they are. */
export const Unloaded = ({ loaded, onRetry, ...page }: Props) => (
  <Page {...page}>{loaded.state === "failed" ? <Failed problem={loaded.problem} onRetry={onRetry} /> : <Loading />}</Page>
);
