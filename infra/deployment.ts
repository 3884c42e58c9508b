import { type App, Tags } from "aws-cdk-lib";
import { builtSiteFolder } from "./constructs/built-site.ts";
import { ApiStack } from "./stacks/api-stack.ts";
import { DataStack } from "./stacks/data-stack.ts";
import { EdgeStack } from "./stacks/edge-stack.ts";
import { EdgeWatchStack } from "./stacks/edge-watch-stack.ts";
import { EventsStack } from "./stacks/events-stack.ts";
import { MailStack } from "./stacks/mail-stack.ts";
import { WatchStack } from "./stacks/watch-stack.ts";
import { WebStack } from "./stacks/web-stack.ts";
import { edgeRegion, type Stage } from "./stages.ts";

type DeploymentOptions = {
  /** Where the built site is; default `dist/web`. */
  readonly siteFolder?: string;
};

/** All stacks of one stage. */
export function addDeployment(app: App, stage: Stage, options: DeploymentOptions = {}) {
  const props = {
    stage,
    env: { region: stage.region },
    crossRegionReferences: true,
    terminationProtection: stage.deletionProtection,
  };
  const name = (part: string) => `jobstop-${stage.name}-${part}`;
  const data = new DataStack(app, name("data"), props);
  const mail = new MailStack(app, name("mail"), { ...props, data });
  const api = new ApiStack(app, name("api"), { ...props, data });
  const events = new EventsStack(app, name("events"), { ...props, data, mail });
  const edge = new EdgeStack(app, name("edge"), { ...props, env: { region: edgeRegion } });
  const web = new WebStack(app, name("web"), {
    ...props,
    data,
    api: api.api,
    certificate: edge.certificate,
    firewall: edge.firewall,
    siteFolder: options.siteFolder ?? builtSiteFolder,
  });
  const watch = new WatchStack(app, name("watch"), { ...props, data, api, events });
  const edgeWatch = new EdgeWatchStack(app, name("edge-watch"), {
    ...{ ...props, env: { region: edgeRegion } },
    ...{ distribution: web.distribution, certificate: edge.certificate },
  });
  const stacks = { data, mail, api, events, edge, web, watch, edgeWatch };
  for (const stack of Object.values(stacks)) {
    Tags.of(stack).add("product", "jobstop");
    Tags.of(stack).add("stage", stage.name);
  }
  return stacks;
}
