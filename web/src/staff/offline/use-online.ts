import { useEffect, useState } from "preact/hooks";
import { noteReach, reachChanged, serverReached } from "../../platform/api.ts";

const isConnected = (): boolean => navigator.onLine && serverReached();

/** Whether there is a network, and the server answered when it was last asked. */
export function useOnline(): boolean {
  const [isOnline, setOnline] = useState(isConnected);
  useEffect(() => {
    const follow = () => setOnline(isConnected());
    // Back in the network: the next request tells whether the server is there, too.
    const back = () => noteReach(true);
    addEventListener("online", back);
    for (const name of ["online", "offline", reachChanged]) addEventListener(name, follow);
    return () => {
      removeEventListener("online", back);
      for (const name of ["online", "offline", reachChanged]) removeEventListener(name, follow);
    };
  }, []);
  return isOnline;
}
