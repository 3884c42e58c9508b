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
import { type ApiFunction, functionOf } from "../../infra/constructs/api-edge.ts";
import type { EntryName } from "../../infra/constructs/function-calls.ts";
import type { LaneName } from "../../infra/constructs/stream-lanes.ts";
import { localFontFolder } from "../../infra/local/environment.ts";
import { feedTask, type TimedTask } from "../../shared/wiring.ts";
import type { TestClock } from "./clock.ts";
import type { PostOffice } from "./post-office.ts";
import { asFunction, judgeRoles } from "./roles.ts";
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

/** The functions that answer requests, by the names of their entries. */
export const entryOf = { api: "api", secondStep: "second-step", office: "office", papers: "papers" } as const satisfies Record<
  ApiFunction,
  EntryName
>;

/** The functions in this process, each under the role that it has on AWS. What one remembers for a moment, the others remember, too. */
export const inProcess = ({ table, office, deps, settings, courier }: Ground): Backend => {
  judgeRoles(table);
  const apps = {
    api: createApp(deps, settings),
    secondStep: createSecondStepApp(deps, settings),
    office: createOfficeApp(deps, settings),
    papers: createPapersApp(deps, { ...settings, fontFolder: localFontFolder }),
  };
  return {
    request: async (path, init) => {
      const name = functionOf(path.split("?")[0] ?? "");
      return asFunction(entryOf[name], () => apps[name].request(`${settings.origin}${path}`, init));
    },
    change: async (lane, record) => {
      const change = changeOf(record);
      if (lane === "signInMail") return asFunction("sign-in-mail", () => mailSignInCode(deps, office.post, settings.signInPepper, change));
      await asFunction("changes", async () => {
        await onChange(deps, office.post, office.signer, change);
        await noteFeedEvents(deps, settings.feedSealKey, change);
      });
    },
    mailNews: (message) => asFunction("mail-events", () => noteMailNews(deps, message)),
    run: async (task) => {
      if (task === feedTask) await asFunction("feeds", () => deliverFeeds(deps, { feedKey: settings.feedSealKey, courier }));
      else await asFunction("timed", () => timedTaskRuns[task](deps));
    },
    close: async () => {},
  };
};
