declare const __CENTRE_PHONE__: string;

/** Telephone line of the centre, set when the pages are built (`CENTRE_PHONE`, see `shared/wiring.ts`). */
export const centrePhone: string = __CENTRE_PHONE__;

export const telLink = `tel:${centrePhone.replace(/[^\d+]/g, "")}`;
