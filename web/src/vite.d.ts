/// <reference types="vite/client" />

/** What the staff app is made of, written into its worker by the build (`web/build/staff-files.ts`). */
declare const __STAFF_FILES__: { readonly version: string; readonly files: readonly string[] };
