import { createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";
import { goTo } from "../platform/router.ts";
import { Notice } from "../ui/notice.tsx";

type Outcome = { text: string; path: string };
type Finish = (text: string, path?: string) => void;

const FinishContext = createContext<Finish>(() => {});

/** `finish("저장했습니다.", "/console/visits")`: goes there and says above that page how it went. Without a path it is said where one is. */
export const useFinish = (): Finish => useContext(FinishContext);

/** What was done last, shown on the page that it led to, and gone with the next. */
export function useOutcome(path: string) {
  const [outcome, setOutcome] = useState<Outcome>();
  const finish = useCallback<Finish>((text, to = location.pathname) => {
    setOutcome({ text, path: to });
    goTo(to);
  }, []);
  useEffect(() => {
    setOutcome((said) => (said?.path === path ? said : undefined));
  }, [path]);
  const notice = outcome?.path === path && (
    <Notice key={outcome.text} tone="good" live>
      <p>{outcome.text}</p>
    </Notice>
  );
  return { Provider: FinishContext.Provider, finish, notice };
}
