import { textIfAny, textIn } from "../../ui/use-form.ts";

/** The fields of the firm's form as the body of the request. */
export const readProfile = (data: FormData) => ({
  nameKo: textIn(data, "/nameKo"),
  ...textIfAny(data, "/nameEn", "nameEn"),
  businessNumber: textIn(data, "/businessNumber"),
  industryKo: textIn(data, "/industryKo"),
  districtCode: textIn(data, "/districtCode"),
  roadAddress: textIn(data, "/roadAddress"),
  aboutKo: textIn(data, "/aboutKo"),
  ...textIfAny(data, "/aboutEn", "aboutEn"),
  contact: {
    name: textIn(data, "/contact/name"),
    ...textIfAny(data, "/contact/title", "title"),
    phone: textIn(data, "/contact/phone"),
    mail: textIn(data, "/contact/mail"),
  },
});
