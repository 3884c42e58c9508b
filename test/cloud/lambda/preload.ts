import { registerHooks } from "node:module";
import { travelTo } from "../../../infra/local/time-travel.ts";
import { startedAtEnv } from "./wire.ts";

/** Loaded before AWS's runtime interface client: has it find our client where it looks for the native one, and starts the clock of the tests' world. */
const ours = new URL("./rapid-client.ts", import.meta.url).href;
const startedAt = process.env[startedAtEnv];

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === "./rapid-client.node" ? { url: ours, format: "module-typescript", shortCircuit: true } : nextResolve(specifier, context),
});
if (startedAt) travelTo(new Date(startedAt));
