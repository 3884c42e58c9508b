import type { LedgerDeps } from "../platform/deps.ts";
import type { NoteAccess } from "../platform/note-access.ts";
import { actNoter } from "./note-act.ts";
import { lookNoter } from "./note-look.ts";

/** What is written down of each request: looks at data of others, and who came, went and was given what (promise 9). */
export const accessNoter = (deps: LedgerDeps, pepper: string): NoteAccess => {
  const [noteLook, noteAct] = [lookNoter(deps), actNoter(deps, pepper)];
  return (asked) => {
    const [look, act] = [noteLook(asked), noteAct(asked)];
    return {
      shows: look.shows,
      answered: async (answer) => {
        await look.answered(answer);
        await act.answered(answer);
      },
      refused: act.refused,
    };
  };
};
