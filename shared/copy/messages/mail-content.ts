import type { Locale } from "../../domain/locale.ts";

/**
 * A message before it has a form: stanzas of lines, from which both the text and the HTML part are made, so that the two
 * never say different things. Lines of a stanza stand together; stanzas are set apart.
 */
export interface MailContent {
  /** Our own words only, never a person's or an employer's: it becomes a header and shows on a locked screen. */
  readonly subject: string;
  /** What a mailbox shows beside the subject. No employer, no need, no code: it shows on a locked screen, too. */
  readonly preview: string;
  readonly stanzas: readonly Stanza[];
}

export type Stanza = readonly Line[];

export type Line =
  | string
  | { readonly kind: "fact"; readonly label: string; readonly value: string }
  | { readonly kind: "link"; readonly label: string; readonly href: string; readonly look: "button" | "text"; readonly bare: boolean }
  | { readonly kind: "sign-in-code"; readonly before: string; readonly code: string; readonly after: string }
  /** Where the QR image goes, with the code that stands beneath it. Nothing in the text part. */
  | { readonly kind: "qr"; readonly code: string; readonly alt: string };

/** The words of one message in every language, each a function of all that the message needs to know. */
export type MessageText<Variables> = Record<Locale, (variables: Variables) => MailContent>;

export const fact = (label: string, value: string): Line => ({ kind: "fact", label, value });

/** A link on its own line; in the text part `label: https://…`. */
export const link = (label: string, href: string): Line => ({ kind: "link", label, href: webLink(href), look: "text", bare: false });

/** The one main action of a mail. */
export const action = (label: string, href: string): Line => ({ kind: "link", label, href: webLink(href), look: "button", bare: false });

/** A main action that the sentence before it already named: the text part has the bare address. */
export const bareAction = (label: string, href: string): Line => ({ kind: "link", label, href: webLink(href), look: "button", bare: true });

/** Links are made by us from the site's origin; anything else in their place is a fault of ours. */
function webLink(href: string): string {
  if (!/^https?:\/\/[\x21-\x7e]+$/.test(href)) throw new Error("a mail links to https addresses only");
  return href;
}
