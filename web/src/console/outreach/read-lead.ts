import { numberIn, textIfAny, textIn } from "../../ui/use-form.ts";

/** `{ [key]: value }` where there is any field in it. */
const ifAny = <Key extends string, Part extends object>(key: Key, part: Part) =>
  (Object.keys(part).length > 0 ? { [key]: part } : {}) as { [key in Key]?: Part };

const readPay = (data: FormData) => {
  const type = textIn(data, "/lead/job/pay/type");
  if (type === "") return {};
  const min = numberIn(data, "/lead/job/pay/min");
  // One amount alone is both ends.
  const max = textIn(data, "/lead/job/pay/max").trim() === "" ? min : numberIn(data, "/lead/job/pay/max");
  return { pay: { type, min, max } };
};

/** The fields of a lead's form as the body of the request; what is left empty is left out. */
export const readLead = (data: FormData) => ({
  lead: {
    nameKo: textIn(data, "/lead/nameKo"),
    ...textIfAny(data, "/lead/businessNumber", "businessNumber"),
    ...textIfAny(data, "/lead/districtCode", "districtCode"),
    ...textIfAny(data, "/lead/address", "address"),
    ...ifAny("contact", {
      ...textIfAny(data, "/lead/contact/name", "name"),
      ...textIfAny(data, "/lead/contact/title", "title"),
      ...textIfAny(data, "/lead/contact/phone", "phone"),
      ...textIfAny(data, "/lead/contact/mail", "mail"),
    }),
    ...ifAny("job", {
      ...textIfAny(data, "/lead/job/titleKo", "titleKo"),
      ...textIfAny(data, "/lead/job/occupation", "occupation"),
      ...(textIn(data, "/lead/job/headcount").trim() !== "" && { headcount: numberIn(data, "/lead/job/headcount") }),
      ...readPay(data),
      ...textIfAny(data, "/lead/job/workTimeKo", "workTimeKo"),
    }),
    ...textIfAny(data, "/lead/note", "note"),
    ...textIfAny(data, "/lead/sourceId", "sourceId"),
  },
  ...textIfAny(data, "/ownerId", "ownerId"),
});
