import { helpWords } from "../../../../shared/copy/pages-seeker/help.ts";
import { useWords } from "../../platform/use-locale.ts";
import { TelLink } from "../../ui/layout.tsx";
import { Page } from "../../ui/page.tsx";

export const HelpPage = () => {
  const words = useWords(helpWords);
  return (
    <Page title={words.title} lead={words.lead} narrow>
      <section class="stack" aria-labelledby="steps">
        <h2 id="steps">{words.stepsTitle}</h2>
        <ol class="steps" role="list">
          {words.steps.map(([name, text]) => (
            <li key={name}>
              <h3>{name}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      </section>
      <section class="stack" aria-labelledby="faq">
        <h2 id="faq">{words.faqTitle}</h2>
        <div class="questions">
          {words.faqs.map(([question, answer]) => (
            <details key={question}>
              <summary>{question}</summary>
              <p>{answer}</p>
            </details>
          ))}
        </div>
      </section>
      <section class="card" aria-labelledby="call">
        <h2 id="call">{words.callTitle}</h2>
        <TelLink />
      </section>
    </Page>
  );
};
