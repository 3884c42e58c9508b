import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

type NoticeProps = {
  tone?: "info" | "good" | "warn" | "bad";
  title?: string;
  /** Announces it to screen readers as it appears. */
  live?: boolean;
  /** Takes the focus when it appears: for the outcome of what the reader has just done. */
  focus?: boolean;
  children?: ComponentChildren;
};

export const Notice = ({ tone = "info", title, live = false, focus = false, children }: NoticeProps) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  return (
    <div class={`notice notice-${tone}`} tabIndex={-1} ref={box} {...(live && { role: tone === "bad" ? "alert" : "status" })}>
      {title && <h2 class="notice-title">{title}</h2>}
      {children}
    </div>
  );
};
