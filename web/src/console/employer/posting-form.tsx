import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { type Posting, PostingDraft } from "../../../../shared/domain/posting.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useForm } from "../../ui/use-form.ts";
import { useFormId } from "../new-id.ts";
import { PostingFields } from "./posting-fields.tsx";
import { readPosting } from "./read-posting.ts";

type PostingBody = Body<"PUT /api/employers/{employerId}/postings/{postingId}">;
const check = checkAgainst(async () => PostingDraft);

type Props = { employerId: string; posting?: Posting | undefined; onDone: (posting: Posting) => void };

/** All that a job seeker reads of a job. */
export const PostingForm = ({ employerId, posting, onDone }: Props) => {
  const common = useWords(consoleWords);
  const postingId = useFormId("pst", posting?.postingId);
  const { form, busy, trouble, errorAt } = useForm({
    read: readPosting,
    check,
    // Checked above, and by the API again: the form's texts have become the schema's codes.
    send: (body) =>
      call("PUT /api/employers/{employerId}/postings/{postingId}", { params: { employerId, postingId }, body: body as PostingBody }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <PostingFields draft={posting?.draft} errorAt={errorAt} />
      <div class="form-end">
        <Button type="submit" kind="main" busy={busy}>
          {common.save}
        </Button>
      </div>
    </form>
  );
};
