import { useCallback, useState } from "preact/hooks";
import type { Inquiry } from "../../../../shared/contract/inquiries.ts";
import { inquiryTopicLabels } from "../../../../shared/copy/inquiry-codes.ts";
import { inquiriesWords } from "../../../../shared/copy/pages-inquiries.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import { dateText, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Facts } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { SelectField, TextArea } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { type Asked, usePages } from "../use-pages.ts";

type List = "open" | "answered";
type AnswerBody = Body<"PUT /api/office/inquiries/{inquiryId}/answer">;
const check = checkAgainst(() => import("../../../../shared/contract/inquiries.ts").then((module) => module.InquiryAnswer));

/** What people asked: the oldest without an answer first, or those that were answered. */
export const InquiriesPage = () => {
  const words = useWords(inquiriesWords);
  const [list, setList] = useState<List>("open");
  const [said, setSaid] = useState<string>();
  const ask = useCallback(
    async (after: string | undefined): Asked<Inquiry> => {
      const answer = await call("GET /api/office/inquiries", { query: { list, ...(after !== undefined && { after }) } });
      return answer.ok ? { ok: true, value: { rows: answer.value.inquiries, next: answer.value.next } } : answer;
    },
    [list],
  );
  const { loaded, reload, rows = [], next, busy = false, goOn } = usePages(ask);
  const onAnswered = async ({ mail }: Inquiry) => {
    setSaid(mail === null ? words.keptForCall : words.sent);
    await reload();
  };
  return (
    <Page title={words.title} lead={words.lead} focus={hasMoved()}>
      {said && (
        <Notice tone="good" live focus>
          <p>{said}</p>
        </Notice>
      )}
      <SelectField
        pointer="/list"
        label={words.list}
        defaultValue={list}
        choices={[
          { value: "open", label: words.lists.open },
          { value: "answered", label: words.lists.answered },
        ]}
        onChange={(event) => {
          setSaid(undefined);
          setList(event.currentTarget.value as List);
        }}
      />
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && rows.length === 0 && <Empty title={words.none[list]}>{null}</Empty>}
      {rows.map((inquiry) => (
        <InquiryCard key={inquiry.inquiryId} inquiry={inquiry} onAnswered={onAnswered} />
      ))}
      {next && goOn && (
        <div>
          <Button busy={busy} onClick={goOn}>
            {words.more}
          </Button>
        </div>
      )}
    </Page>
  );
};

type Props = { inquiry: Inquiry; onAnswered: (inquiry: Inquiry) => Promise<void> };

const InquiryCard = ({ inquiry, onAnswered }: Props) => {
  const words = useWords(inquiriesWords);
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const { topic, text, name, mail, phone, askedAt, answer, answeredOn, answeredBy } = inquiry;
  return (
    <Card as="article">
      <h2 class="card-title">{inquiryTopicLabels[topic][locale]}</h2>
      <p class="as-written">{text}</p>
      <Facts
        rows={[
          [words.askedOn, dateText(seoulDateOf(askedAt), locale)],
          [words.name, name ?? words.noName],
          [words.mail, mail],
          [words.phone, phone && phoneText(phone)],
        ]}
      />
      {answer !== null && (
        <Notice tone="good" title={words.answeredOn(answeredOn ? dateText(answeredOn, locale) : "", answeredBy ?? words.formerColleague)}>
          <p class="as-written">{answer}</p>
        </Notice>
      )}
      {answer === null && isOpen && <AnswerForm inquiry={inquiry} onDone={() => onAnswered(inquiry)} onBack={() => setOpen(false)} />}
      {answer === null && !isOpen && (
        <div>
          <Button kind="main" onClick={() => setOpen(true)}>
            {words.answer}
          </Button>
        </div>
      )}
    </Card>
  );
};

type FormProps = { inquiry: Inquiry; onDone: () => Promise<void>; onBack: () => void };

const AnswerForm = ({ inquiry: { inquiryId, mail }, onDone, onBack }: FormProps) => {
  const words = useWords(inquiriesWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ answer: textIn(data, "/answer") }),
    check,
    send: (body) => call("PUT /api/office/inquiries/{inquiryId}/answer", { params: { inquiryId }, body: body as AnswerBody }),
    onDone,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextArea
        pointer="/answer"
        label={words.answerTitle}
        hint={mail === null ? words.byCall : words.byMail}
        error={errorAt("/answer")}
        rows={6}
      />
      <div class="row">
        <Button type="submit" kind="main" busy={busy}>
          {mail === null ? words.keepForCall : words.send}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
};
