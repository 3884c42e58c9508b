import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Me } from "../../../shared/contract/sign-in.ts";

/** The account that is signed in, for every page behind the sign-in. */
export type Session = {
  me: Me;
  /** Asks who this is once more: rights change while a page is open, for example after registering a firm. */
  refresh: () => Promise<void>;
  /** Ends the sign-in, then shows the form for the next; `clear` runs between the two. */
  signOut: (clear?: () => Promise<void>) => Promise<void>;
};

export const SessionContext = createContext<Session | undefined>(undefined);

/** Throws outside a page that needs signing in: that is a mistake in the page. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("no session above this component");
  return session;
}
