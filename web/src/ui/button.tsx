import type { ButtonHTMLAttributes, ComponentChildren, PartialAnchorHTMLAttributes } from "preact";
import { uiWords } from "../../../shared/copy/ui.ts";
import { useWords } from "../platform/use-locale.ts";

export type ButtonKind = "main" | "plain" | "danger" | "quiet";
type Look = { kind?: ButtonKind; wide?: boolean; children: ComponentChildren };

const classOf = ({ kind = "plain", wide = false }: Pick<Look, "kind" | "wide">): string =>
  ["button", ...(kind === "plain" ? [] : [`button-${kind}`]), ...(wide ? ["button-wide"] : [])].join(" ");

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "class" | "disabled"> &
  Look & {
    busy?: boolean;
    /** Takes no press for the moment, and is about nothing that is under way. */
    held?: boolean;
  };

/**
 * One main action a screen. While `busy` it keeps the focus, takes no press and says so; it is never `disabled`, which would hide it from the keyboard.
 */
export const Button = ({ kind, wide, busy = false, held = false, children, type = "button", onClick, ...rest }: ButtonProps) => {
  const words = useWords(uiWords);
  return (
    <button
      {...rest}
      type={type}
      class={classOf({ kind, wide } as Look)}
      aria-disabled={busy || held}
      onClick={(event) => {
        if (busy || held) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? words.sending : children}
    </button>
  );
};

type ButtonLinkProps = Omit<PartialAnchorHTMLAttributes<HTMLAnchorElement>, "class" | "role"> & Look & { href: string };

/** A link that looks like a button: it goes somewhere, it does not do something. */
export const ButtonLink = ({ kind, wide, children, ...rest }: ButtonLinkProps) => (
  <a {...rest} class={classOf({ kind, wide } as Look)}>
    {children}
  </a>
);
