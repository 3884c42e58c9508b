import { useEffect, useState } from "preact/hooks";

/** A value that is read anew with each event of a name on the window. */
export function useOnEvent<Value>(name: string, read: () => Value): Value {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const follow = () => setValue(read);
    follow();
    addEventListener(name, follow);
    return () => removeEventListener(name, follow);
  }, [name, read]);
  return value;
}
