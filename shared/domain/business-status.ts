import * as z from "zod/mini";

/**
 * What the tax service says of a business number (국세청 상태조회, `codes.json` → businessNumber.api): 계속사업자, 휴업자, 폐업자; `unchecked` when nobody
 * asked it yet.
 */
export const BusinessStatus = z.enum(["unchecked", "active", "suspended", "closed"]);
export type BusinessStatus = z.infer<typeof BusinessStatus>;
