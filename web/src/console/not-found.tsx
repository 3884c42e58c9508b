import { consoleWords } from "../../../shared/copy/pages-console.ts";
import { useWords } from "../platform/use-locale.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { Empty } from "../ui/states.tsx";
import { consoleHome } from "./paths.ts";

export const NotFound = () => {
  const words = useWords(consoleWords);
  return (
    <Page title={words.notFoundTitle} narrow>
      <Empty title={words.notFoundDetail}>
        <ButtonLink href={consoleHome}>{words.toStart}</ButtonLink>
      </Empty>
    </Page>
  );
};
