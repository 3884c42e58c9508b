import type { BusinessStatus } from "../../shared/domain/business-status.ts";
import type { BusinessNumber } from "../../shared/domain/text.ts";

/** Asks the tax service what it says of a business number (국세청 사업자등록정보 상태조회). */
export type CheckBusiness = (businessNumber: BusinessNumber) => Promise<BusinessStatus>;

/** What is answered while no line to that service is laid: nobody has asked yet. */
export const notYetChecked: CheckBusiness = async () => "unchecked";
