import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import type { Posting } from "../../../../shared/domain/posting.ts";
import { hasMoved } from "../../platform/router.ts";
import { useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { NotFound } from "../not-found.tsx";
import { useFinish } from "../outcome.tsx";
import { employerPath } from "../paths.ts";
import { PostingCard } from "./posting-card.tsx";
import { PostingForm } from "./posting-form.tsx";
import { usePostings } from "./use-postings.ts";

export const PostingsPage = ({ employerId }: { employerId: string }) => {
  const words = useWords(employerWords);
  const [loaded, reload] = usePostings(employerId);
  const write = `${employerPath(employerId)}/postings/new`;
  return (
    <Page title={words.postingsTitle} focus={hasMoved()}>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" &&
        (loaded.value.postings.length === 0 ? (
          <Empty title={words.postingsNone}>
            <ButtonLink kind="main" href={write}>
              {words.writePosting}
            </ButtonLink>
          </Empty>
        ) : (
          <>
            <div>
              <ButtonLink kind="main" href={write}>
                {words.writePosting}
              </ButtonLink>
            </div>
            <div class="cards">
              {loaded.value.postings.map((posting) => (
                <PostingCard key={posting.postingId} posting={posting} onChange={reload} />
              ))}
            </div>
          </>
        ))}
    </Page>
  );
};

export const NewPostingPage = ({ employerId }: { employerId: string }) => {
  const words = useWords(employerWords);
  return <PostingPage title={words.writePosting} employerId={employerId} />;
};

const PostingPage = ({ title, employerId, posting }: { title: string; employerId: string; posting?: Posting }) => {
  const words = useWords(employerWords);
  const common = useWords(consoleWords);
  const finish = useFinish();
  const list = `${employerPath(employerId)}/postings`;
  return (
    <Page title={title} lead={posting && words.postingChangeNote} back={{ href: list, label: words.postingsTitle }} focus={hasMoved()}>
      <Card>
        <PostingForm employerId={employerId} posting={posting} onDone={() => finish(common.saved, list)} />
      </Card>
    </Page>
  );
};

export const ChangePostingPage = ({ employerId, postingId }: { employerId: string; postingId: string }) => {
  const words = useWords(employerWords);
  const [loaded, reload] = usePostings(employerId);
  if (loaded.state !== "loaded")
    return (
      <Unloaded
        title={words.changePosting}
        back={{ href: `${employerPath(employerId)}/postings`, label: words.postingsTitle }}
        loaded={loaded}
        onRetry={reload}
      />
    );
  const posting = loaded.value.postings.find((one) => one.postingId === postingId);
  return posting ? <PostingPage title={words.changePosting} employerId={employerId} posting={posting} /> : <NotFound />;
};
