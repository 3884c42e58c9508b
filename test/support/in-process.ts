import type { DynamoDBRecord } from "aws-lambda";
import { type AppSettings, createApp } from "../../functions/entry/app.ts";
import { createOfficeApp } from "../../functions/entry/office-app.ts";
import { onChange } from "../../functions/entry/on-change.ts";
import { createPapersApp } from "../../functions/entry/papers-app.ts";
import { createSecondStepApp } from "../../functions/entry/second-step-app.ts";
import { timedTaskRuns } from "../../functions/entry/timed-tasks.ts";
import type { FeedSettings } from "../../functions/feeds/connection-routes.ts";
import { deliverFeeds } from "../../functions/feeds/deliver-feeds.ts";
import { noteFeedEvents } from "../../functions/feeds/note-feed-events.ts";
import type { Courier } from "../../functions/feeds/post-delivery.ts";
import type { LedgerDeps } from "../../functions/platform/deps.ts";
import { changeOf } from "../../functions/platform/stream-record.ts";
import { mailSignInCode } from "../../functions/sign-in/sign-in-mail.ts";
import { noteMailNews } from "../../functions/undelivered/note-mail-news.ts";
import { functionOf } from "../../infra/constructs/api-edge.ts";
import type { EntryName } from "../../infra/constructs/function-calls.ts";
import type { LaneName } from "../../infra/constructs/stream-lanes.ts";
import { localFontFolder } from "../../infra/local/environment.ts";
import { feedTask, type TimedTask } from "../../shared/wiring.ts";
import type { TestClock } from "./clock.ts";
import type { PostOffice } from "./post-office.ts";
import { underRole } from "./roles.ts";
import type { TestTable } from "./table.ts";

/** What runs of the product: its functions, however they run. */
export type Backend = {
  /** A request as the edge hands it on, to the function that its path belongs to. */
  request(path: string, init: RequestInit): Promise<Response>;
  /** A change of the table, to the function behind a lane of the stream. */
  change(lane: LaneName, record: DynamoDBRecord): Promise<void>;
  /** What the mail service tells of a mail. */
  mailNews(message: string): Promise<void>;
  run(task: TimedTask): Promise<void>;
  close(): Promise<void>;
};

/** What a backend stands on. */
export type Ground = {
  table: TestTable;
  office: PostOffice;
  deps: LedgerDeps & { clock: TestClock };
  settings: AppSettings & FeedSettings;
  courier: Courier;
};

/** The functions in this process, each under the role that it has on AWS. */
export const inProcess = ({ office, deps, settings, courier }: Ground): Backend => {
  const as = (entry: EntryName) => underRole(deps, entry);
  const apps = {
    api: createApp(as("api"), settings),
    secondStep: createSecondStepApp(as("second-step"), settings),
    office: createOfficeApp(as("office"), settings),
    papers: createPapersApp(as("papers"), { ...settings, fontFolder: localFontFolder }),
  };
  const [changes, signInMail, mailEvents, timed, feeds] = [as("changes"), as("sign-in-mail"), as("mail-events"), as("timed"), as("feeds")];
  return {
    request: async (path, init) => apps[functionOf(new URL(path, settings.origin).pathname)].request(`${settings.origin}${path}`, init),
    change: async (lane, record) => {
      const change = changeOf(record);
      if (lane === "signInMail") return mailSignInCode(signInMail, office.post, settings.signInPepper, change);
      await onChange(changes, office.post, office.signer, change);
      await noteFeedEvents(changes, settings.feedSealKey, change);
    },
    mailNews: (message) => noteMailNews(mailEvents, message),
    run: async (task) => {
      if (task === feedTask) await deliverFeeds(feeds, { feedKey: settings.feedSealKey, courier });
      else await timedTaskRuns[task](timed);
    },
    close: async () => {},
  };
};
