import { registerHooks } from "node:module";
import { travelTo } from "../../../infra/local/time-travel.ts";
import { siteEnv, startedAtEnv } from "./wire.ts";

/** Loaded before AWS's runtime interface client: has it find our client where it looks for the native one, starts the clock of the tests' world, and does for the site's own name what DNS does. */
const ours = new URL("./rapid-client.ts", import.meta.url).href;
const startedAt = process.env[startedAtEnv];

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === "./rapid-client.node" ? { url: ours, format: "module-typescript", shortCircuit: true } : nextResolve(specifier, context),
});
const { ORIGIN: origin, [siteEnv]: site } = process.env;
if (origin && site) {
  const ask = globalThis.fetch;
  globalThis.fetch = (url, init) => ask(String(url).replace(origin, site), init);
}
if (startedAt) travelTo(new Date(startedAt));
