import { signInPageWords } from "../../../../shared/copy/pages-seeker/sign-in.ts";
import { locales } from "../../../../shared/domain/locale.ts";
import { pathIn } from "../../platform/locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";

/** One page for every address that does not exist, in both languages: the address may not tell which one the reader speaks. */
export const NotFoundPage = () => (
  <Page title={signInPageWords.ko.notFoundTitle} narrow>
    {locales.map((locale) => {
      const words = signInPageWords[locale];
      return (
        <div class="stack" lang={locale} key={locale}>
          {locale === "en" && <h2>{words.notFoundTitle}</h2>}
          <p>{words.notFoundText}</p>
          <div>
            <ButtonLink kind={locale === "ko" ? "main" : "plain"} href={pathIn(locale, "/")}>
              {words.toVisits}
            </ButtonLink>
          </div>
        </div>
      );
    })}
  </Page>
);
