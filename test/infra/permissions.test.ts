import { describe, expect, test } from "vitest";
import { actionsOf, type Statement, statementsOf, synthesizeAll, text } from "./synthesized.ts";

/** Whether a role belongs to a function, by the id that the stack gave it. */
const isRoleOf = (role: string, id: string) => role.startsWith(`${id}Role`);

describe.for(synthesizeAll().map((one) => [one.stage.name, one] as const))("in %s", ([, synthesized]) => {
  describe("permissions", () => {
    /** Statements on any resource, and why. CDK's uploader of the site is in the web stack, which holds public pages only. */
    const mayNameAnyResource: Record<string, string> = {
      "xray:PutTelemetryRecords": "traces belong to no resource",
      "xray:PutTraceSegments": "traces belong to no resource",
    };

    test("name each action in full", () => {
      for (const { part, role, statement } of statementsOf(synthesized)) {
        if (part !== "web") for (const action of actionsOf(statement)) expect(action, role).not.toContain("*");
      }
    });

    test("name each resource, but where there is a reason", () => {
      for (const { part, role, statement } of statementsOf(synthesized)) {
        if (part === "web" || statement.Resource !== "*") continue;
        for (const action of actionsOf(statement)) expect(Object.keys(mayNameAnyResource), role).toContain(action);
      }
    });

    const rolesThatMay = (action: string, on: (statement: Statement) => boolean = () => true) =>
      new Set(
        statementsOf(synthesized)
          .filter(({ statement }) => actionsOf(statement).includes(action) && on(statement))
          .map(({ role }) => role),
      );
    const functionIds = {
      api: "Function",
      changes: "Changes",
      signInMail: "SignInMail",
      timed: "Timed",
      secondStep: "SecondStep",
      office: "Office",
      papers: "Papers",
      feeds: "Feeds",
    };

    test("to send mail are the two mailers' alone, from our domain and configuration set", () => {
      for (const action of ["ses:SendEmail", "ses:SendRawEmail"]) {
        const roles = [...rolesThatMay(action)];
        expect(roles).toHaveLength(2);
        expect(roles.some((role) => isRoleOf(role, functionIds.changes))).toBe(true);
        expect(roles.some((role) => isRoleOf(role, functionIds.signInMail))).toBe(true);
      }
      const allowed = statementsOf(synthesized).filter(({ statement }) => actionsOf(statement).includes("ses:SendEmail"));
      for (const { statement } of allowed) expect(text(statement.Resource)).toMatch(/configuration-set.*identity/);
    });

    test("to use the tickets' key are the ticket signer's alone", () => {
      const onTicketKey = ({ Resource }: Statement) => text(Resource).includes("TicketsKey");
      for (const action of ["kms:Decrypt", "kms:Encrypt"]) {
        const roles = [...rolesThatMay(action, onTicketKey)];
        expect(roles).toHaveLength(1);
        expect(isRoleOf(roles[0] ?? "", functionIds.changes)).toBe(true);
      }
      const others = statementsOf(synthesized).filter(({ statement }) => onTicketKey(statement));
      expect(others.flatMap(({ statement }) => actionsOf(statement)).toSorted()).toEqual(["kms:Decrypt", "kms:Encrypt"]);
      // For a visit that is named, and with no other context.
      for (const { statement } of others)
        expect(statement.Condition).toEqual({
          "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["visitId"] },
          Null: { "kms:EncryptionContext:visitId": "false" },
        });
    });

    test("to use the data key hold through a service only, but for failed batches", () => {
      const direct = statementsOf(synthesized).filter(
        ({ statement }) => text(statement.Resource).includes("DataKey") && !statement.Condition,
      );
      expect(new Set(direct.flatMap(({ statement }) => actionsOf(statement)))).toEqual(new Set(["kms:GenerateDataKey"]));
    });

    test("on the ledger are to add and to read, for those who write there: nobody may change or delete what stands in it", () => {
      const onLedger = statementsOf(synthesized).filter(({ statement }) => text(statement.Resource).includes("LedgerTable"));
      expect(new Set(onLedger.flatMap(({ statement }) => actionsOf(statement)))).toEqual(new Set(["dynamodb:PutItem", "dynamodb:Query"]));
      const writers = [functionIds.api, functionIds.secondStep, functionIds.office, functionIds.papers, functionIds.timed];
      for (const { role } of onLedger) expect(writers.some((id) => isRoleOf(role, id))).toBe(true);
    });

    test("to talk to strangers' servers are nobody's beside the table's: whoever does it sends no mail, signs nothing and reads no log", () => {
      const actions = statementsOf(synthesized).filter(({ role }) => isRoleOf(role, functionIds.feeds));
      expect(actions.length).toBeGreaterThan(0);
      for (const { statement } of actions) {
        for (const action of actionsOf(statement)) expect(action).toMatch(/^(dynamodb|kms|logs|xray):/);
        expect(text(statement.Resource)).not.toMatch(/LedgerTable|TicketsKey/);
      }
    });

    test("on a table never include Scan, or anything that changes the table itself", () => {
      const actions = statementsOf(synthesized)
        .flatMap(({ statement }) => actionsOf(statement))
        .filter((action) => action.startsWith("dynamodb:"));
      expect(new Set(actions)).toEqual(
        new Set([
          "dynamodb:BatchGetItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:DeleteItem",
          "dynamodb:DescribeStream",
          "dynamodb:GetItem",
          "dynamodb:GetRecords",
          "dynamodb:GetShardIterator",
          "dynamodb:ListStreams",
          "dynamodb:PutItem",
          "dynamodb:Query",
          "dynamodb:UpdateItem",
        ]),
      );
    });
  });
});
