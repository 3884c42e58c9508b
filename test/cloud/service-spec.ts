import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";

type Properties = Record<string, { type: Type; required?: boolean }>;
type Type =
  | { type: "string"; allowedValues?: string[] }
  | { type: "integer" | "number" | "boolean" | "date-time" | "json" | "tag" | "null" }
  | { type: "array" | "map"; element: Type }
  | { type: "ref"; reference: { $ref: string } }
  | { type: "union"; types: Type[] };

export type Template = {
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>>;
};

const db = loadAwsServiceSpecSync();

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
/** What CloudFormation resolves while it deploys may be anything. */
const isIntrinsic = (value: unknown): boolean => {
  const [name, ...others] = isObject(value) ? Object.keys(value) : [];
  return name !== undefined && others.length === 0 && /^(Ref|Fn::|Condition$)/.test(name);
};

const faultsOfValue = (value: unknown, type: Type, path: string): string[] => {
  if (isIntrinsic(value)) return [];
  switch (type.type) {
    case "string":
      if (isObject(value) || Array.isArray(value)) return [`${path}: a text is expected`];
      return type.allowedValues && !type.allowedValues.includes(String(value))
        ? [`${path}: ${value} is none of ${type.allowedValues}`]
        : [];
    case "integer":
      return Number.isInteger(Number(value)) ? [] : [`${path}: a whole number is expected`];
    case "number":
      return Number.isNaN(Number(value)) ? [`${path}: a number is expected`] : [];
    case "boolean":
      return ["true", "false"].includes(String(value)) ? [] : [`${path}: yes or no is expected`];
    case "array":
      return Array.isArray(value)
        ? value.flatMap((one, n) => faultsOfValue(one, type.element, `${path}[${n}]`))
        : [`${path}: a list is expected`];
    case "map":
      return isObject(value)
        ? Object.entries(value).flatMap(([name, one]) => faultsOfValue(one, type.element, `${path}.${name}`))
        : [`${path}: a map is expected`];
    case "ref": {
      const definition = db.get("typeDefinition", type.reference.$ref) as { properties: Properties };
      return isObject(value) ? faultsOfObject(value, definition.properties, path) : [`${path}: an object is expected`];
    }
    case "union": {
      // "Anything in JSON" stands beside a shape where a type was vaguer once: it would let everything through. Beside a text it is meant, as for policies.
      const shaped = type.types.filter(({ type: kind }) => kind === "array" || kind === "map" || kind === "ref");
      const each = (shaped.length > 0 ? shaped : type.types).map((one) => faultsOfValue(value, one, path));
      return each.find((faults) => faults.length === 0) ?? each[0] ?? [];
    }
    default:
      return [];
  }
};

const faultsOfObject = (value: Readonly<Record<string, unknown>>, known: Properties, path: string): string[] => [
  ...Object.entries(value).flatMap(([name, one]) => {
    const property = known[name];
    return property ? faultsOfValue(one, property.type, `${path}.${name}`) : [`${path}.${name}: no such property`];
  }),
  ...Object.entries(known).flatMap(([name, { required }]) => (required && !(name in value) ? [`${path}.${name}: is missing`] : [])),
];

/** Refs and attributes of what the template does not hold. */
const danglingIn = ({ Resources, Parameters = {} }: Template): string[] => {
  const names = new Set([...Object.keys(Resources), ...Object.keys(Parameters)]);
  const dangling: string[] = [];
  JSON.stringify(Resources, (key, value) => {
    const named =
      key === "Ref" ? value : key === "Fn::GetAtt" ? (Array.isArray(value) ? value[0] : String(value).split(".")[0]) : undefined;
    if (typeof named === "string" && !named.startsWith("AWS::") && !names.has(named))
      dangling.push(`${key} ${named}: nothing has that name`);
    return value;
  });
  return dangling;
};

/**
 * What AWS's resource specification has against a template: types and properties that there are not, values of another shape, what is missing, references that lead
 * nowhere. Empty when CloudFormation would take it, as far as that can be known without AWS.
 */
export const templateFaults = (template: Template): string[] => [
  ...Object.entries(template.Resources).flatMap(([id, { Type, Properties = {} }]) => {
    if (Type.startsWith("Custom::")) return [];
    const [resource] = db.lookup("resource", "cloudFormationType", "equals", Type);
    return resource
      ? faultsOfObject(Properties, resource.properties as unknown as Properties, `${id} (${Type})`)
      : [`${id}: no type ${Type}`];
  }),
  ...danglingIn(template),
];
