import { RemovalPolicy } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { type CfnStage, HttpApi, HttpMethod, HttpNoneAuthorizer, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { type ApiFunction, apiRoutes } from "./api-edge.ts";

type PublicApiProps = {
  readonly functions: Record<ApiFunction, IFunction>;
  readonly throttle: { readonly rate: number; readonly burst: number };
};

/** The HTTP API: declared routes, throttled. The functions themselves refuse what did not come through CloudFront. */
export class PublicApi extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { functions, throttle }: PublicApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, "Api", { createDefaultStage: false });
    const route = (path: string, integration: HttpLambdaIntegration) =>
      this.api.addRoutes({
        path,
        methods: [HttpMethod.ANY],
        integration,
        authorizer: new HttpNoneAuthorizer(), // sessions are the application's, roles are read on each request
      });
    // one permission a function, not one a route: a function's policy has room for some forty
    const integration = (id: string, fn: IFunction) => new HttpLambdaIntegration(id, fn, { scopePermissionToRoute: false });
    const integrations = {
      api: integration("Function", functions.api),
      secondStep: integration("SecondStep", functions.secondStep),
      office: integration("Office", functions.office),
      papers: integration("Papers", functions.papers),
    };
    const routes = apiRoutes.flatMap(({ name, path }) => route(path, integrations[name]));
    const stage = new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: throttle.rate, burstLimit: throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, "AccessLog", { retention: RetentionDays.THREE_MONTHS, removalPolicy: RemovalPolicy.DESTROY }),
        ),
        // no address, no path: paths carry ids and addresses are personal data
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: "$context.requestId",
            at: "$context.requestTimeEpoch",
            method: "$context.httpMethod",
            status: "$context.status",
            milliseconds: "$context.responseLatency",
            error: "$context.integrationErrorMessage",
          }),
        ),
      },
    });
    // CDK has no property for the throttle of a route, which CloudFormation takes only once the route is there.
    stage.node.addDependency(...routes);
    (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(
      apiRoutes.map(({ path, share }) => [
        `ANY ${path}`,
        { ThrottlingRateLimit: Math.ceil(throttle.rate * share), ThrottlingBurstLimit: Math.ceil(throttle.burst * share) },
      ]),
    );
  }
}
