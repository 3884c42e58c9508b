import { useState } from "preact/hooks";
import { ulid } from "ulid";
import { inquiryTopicLabels } from "../../../../shared/copy/inquiry-codes.ts";
import { inquiryWords } from "../../../../shared/copy/pages-seeker/inquiry.ts";
import { limitText } from "../../../../shared/copy/retention.ts";
import type { InquiryTopic } from "../../../../shared/domain/inquiry.ts";
import { type Body, call } from "../../platform/api.ts";
import { pathIn } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { choicesOf } from "../../ui/choices.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { CheckField, SelectField, TextArea, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { textIfAny, textIn, useForm } from "../../ui/use-form.ts";
import { pathOf } from "../site.ts";

type InquiryBody = Body<"PUT /api/inquiries/{inquiryId}">;
const topics = Object.keys(inquiryTopicLabels) as InquiryTopic[];

/** Anybody asks the centre something, without signing in. */
export const InquiryPage = () => {
  const words = useWords(inquiryWords);
  const [sent, setSent] = useState<"mail" | "phone">();
  return (
    <Page title={words.title} lead={words.lead} narrow>
      {sent ? (
        <>
          <Notice tone="good" title={words.sentTitle} live focus>
            <p>{sent === "mail" ? words.sentMail : words.sentPhone}</p>
          </Notice>
          <div>
            <Button onClick={() => setSent(undefined)}>{words.another}</Button>
          </div>
        </>
      ) : (
        <InquiryForm onDone={setSent} />
      )}
    </Page>
  );
};

const InquiryForm = ({ onDone }: { onDone: (how: "mail" | "phone") => void }) => {
  const words = useWords(inquiryWords);
  const locale = useLocale();
  // Minted once: sent twice it is one question.
  const [inquiryId] = useState(() => `inq_${ulid()}`);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      ...{ topic: textIn(data, "/topic"), text: textIn(data, "/text"), locale },
      ...textIfAny(data, "/mail", "mail"),
      ...textIfAny(data, "/phone", "phone"),
      ...textIfAny(data, "/name", "name"),
      ...(data.has("/agreed") && { agreed: true }),
    }),
    // The API judges: schemas would cost the first page its start.
    send: (body) => call("PUT /api/inquiries/{inquiryId}", { params: { inquiryId }, body: body as InquiryBody }),
    onDone: (_, body) => onDone("mail" in body ? "mail" : "phone"),
  });
  return (
    <form class="card stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <SelectField
        pointer="/topic"
        label={words.topic}
        error={errorAt("/topic")}
        defaultValue=""
        choices={[{ value: "", label: words.choose }, ...choicesOf(topics, inquiryTopicLabels, locale)]}
      />
      <TextArea pointer="/text" label={words.text} hint={words.textHint} error={errorAt("/text")} rows={6} />
      <div class="stack" role="group" aria-labelledby="reply">
        <div>
          <h2 id="reply">{words.replyTitle}</h2>
          <p class="field-hint">{words.replyHint}</p>
        </div>
        <TextField pointer="/mail" type="email" autoComplete="email" optional label={words.mail} error={errorAt("/mail")} />
        <TextField pointer="/phone" type="tel" autoComplete="tel" optional label={words.phone} error={errorAt("/phone")} />
        <TextField pointer="/name" autoComplete="name" optional label={words.name} error={errorAt("/name")} />
      </div>
      <CheckField pointer="/agreed" label={words.agreed(limitText("inquiry", locale))} hint={words.agreedHint} error={errorAt("/agreed")} />
      <div>
        <ButtonLink kind="quiet" href={pathIn(locale, pathOf.privacy)}>
          {words.privacy}
        </ButtonLink>
      </div>
      <div class="form-end">
        <Button type="submit" kind="main" busy={busy}>
          {words.send}
        </Button>
      </div>
    </form>
  );
};
