/** Bundled in the place of packages that Lambda never reaches (`infra/constructs/handler-bundling.ts`). */
export {};
