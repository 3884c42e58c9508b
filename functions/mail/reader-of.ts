import { unknownReader } from "../../shared/copy/messages/unknown-reader.ts";
import type { Locale } from "../../shared/domain/locale.ts";

type Reader = { name: string; locale: Locale; mail?: string | undefined; mailUnproven?: true | undefined };

/**
 * Whom a mail is for, as it names them. An address that staff wrote down and nobody has proved may be a stranger's: a mail says there what the person has to know,
 * and not who that is.
 */
export const readerOf = ({ name, locale, mail, mailUnproven }: Reader) => ({
  ...{ locale, mail },
  name: mailUnproven ? unknownReader[locale] : name,
});
