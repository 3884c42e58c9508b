import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { handlerBundling } from "../../infra/constructs/handler-bundling.ts";

const project = join(import.meta.dirname, "..", "..");

export type Bundle = { readonly file: string; readonly bytes: number };

/** Bundles one entry in the way of the deployed functions. */
export const bundle = async (entry: string, folder: string): Promise<Bundle> => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "index.js");
  const { metafile } = await build({
    ...handlerBundling,
    mainFields: [...handlerBundling.mainFields],
    alias: { ...handlerBundling.alias },
    absWorkingDir: project,
    entryPoints: [join(project, entry)],
    outfile: file,
    metafile: true,
    logLevel: "warning",
  });
  const [output] = Object.entries(metafile.outputs).filter(([path]) => path.endsWith("index.js"));
  return { file, bytes: output?.[1].bytes ?? Number.NaN };
};

export const apiEntry = "functions/entry/api.lambda.ts";
export const bareEntry = "test/bench/entries/bare.lambda.ts";
export const stubbedApiEntry = "test/bench/entries/stubbed-api.lambda.ts";
export const stubbedBareEntry = "test/bench/entries/stubbed-bare.lambda.ts";
