import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { StartProblem } from "./start-problem.ts";

/**
 * Everything local listens here only, but for the site itself in LAN mode, and Amazon's engine, which listens everywhere and is kept by its access key
 * (`environment.ts`): the inbox and the keys are nobody else's business.
 */
export const loopback = "127.0.0.1";

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listen(probe, 0, "probe");
  probe.close();
  await once(probe, "close");
  return port;
}

/** Whether something accepts connections on the port of this machine. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, loopback);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** Listens on the loopback address unless told another; port 0 takes any free one. Returns the port taken. */
export async function listen(server: Server, port: number, purpose: string, host: string = loopback): Promise<number> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
      throw new StartProblem(`Port ${port} (${purpose}) is taken. Stop the program that uses it, or choose another with --port.`, {
        cause: error,
      });
    }
    throw error;
  }
  return (server.address() as AddressInfo).port;
}
