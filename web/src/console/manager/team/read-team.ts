import { textIn } from "../../../ui/use-form.ts";
import { rowsIn } from "../../use-rows.ts";

const member = (i: number, name: string) => `/team/members/${i}/${name}`;
const contact = (i: number, name: string) => `/team/contacts/${i}/${name}`;

/** The fields of a team as the body of the request. A row without a person, and a contact of which nothing was typed, are left out. */
export const readTeam = (data: FormData, seen: number) => {
  const at = (pointer: string) => textIn(data, pointer);
  return {
    seen,
    team: {
      members: rowsIn(data, (i) => member(i, "accountId")).map((i) => {
        const [from, to] = [at(member(i, "rest/from")), at(member(i, "rest/to"))];
        return {
          accountId: at(member(i, "accountId")),
          roles: data.getAll(member(i, "roles")).map(String),
          specialities: data.getAll(member(i, "specialities")).map(String),
          deskId: at(member(i, "deskId")) || null,
          from: at(member(i, "from")),
          to: at(member(i, "to")),
          rest: from || to ? { from, to } : null,
          clashSettled: data.has(member(i, "clashSettled")),
        };
      }),
      contacts: rowsIn(data, (i) => contact(i, "what")).map((i) => ({
        what: at(contact(i, "what")),
        name: at(contact(i, "name")),
        phone: at(contact(i, "phone")),
      })),
    },
  };
};
