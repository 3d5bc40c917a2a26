import type { Wording } from "../../provider/errors/diagnosis";
import type { DomainInputs } from "../../provider/inputs";
import { kindOfName } from "../../provider/kind";
import { type Property, type PropertyTable, properties, propertyTable } from "../../provider/properties";
import { shown } from "../../provider/shown";
import type { Values } from "../../provider/values";
import { remarks as remarkOn } from "./diagnostics";
import type { Remark } from "./remark";

/**
 * Whether a value only keeps the place of one: the empty texts and the 0 of the AWS CLI's skeletons, the 'string' and
 * 123 and alternatives of the documentation of boto3 and paws, `<value>`.
 */
export function isPlaceholder(value: unknown, { type, allowed = [] }: Property): boolean {
  if (type === "number" && [0, 123, "number", "integer"].includes(value as string | number)) return true;
  if (typeof value !== "string") return false;
  const alternatives = value.split("|").map((text) => text.replaceAll(/["'\s]/g, ""));
  const isChoice = alternatives.length > 1 && alternatives.every((text) => allowed.includes(text));
  return isChoice || /^(|string|<[^<>]*>)$/.test(value.trim());
}

/** What a program gives of a request that may hold placeholders. */
export interface Settled {
  readonly inputs: Values;
  /** On what is required, and empty in the inputs: every rule refuses an empty text, where "string" could be a domain. */
  readonly toFillIn: Remark[];
  readonly leftOut: Remark[];
  /** On values that a skeleton has of itself. */
  readonly toConfirm: Remark[];
}

/** A placeholder that may be left out is left out. What is required is asked for, be it a placeholder or not there. */
export function withoutPlaceholders(said: Partial<DomainInputs>): Settled {
  const remarks = { toFillIn: [], leftOut: [], toConfirm: [] };
  const inputs = settleMembers(propertyTable, said, "", isCustom(said), remarks);
  // Who has filled in everything else, or never had a skeleton, means it.
  return { inputs, ...remarks, ...(remarks.leftOut.length === 0 && { toConfirm: [] }) };
}

function isCustom({ domain = "" }: Partial<DomainInputs>): boolean {
  return !isPlaceholder(domain, properties.domain) && kindOfName(domain) === "custom";
}

function settleMembers(
  table: PropertyTable,
  values: Values,
  path: string,
  isCustom: boolean,
  remarks: Omit<Settled, "inputs">,
): Values {
  const settled: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(table)) {
    const { members, required, summary } = property;
    const value = values[name];
    const gap = gapIn(value, property);
    const about = { path: path + name, summary };
    const remark = (message: Wording): Remark => ({ kind: "placeholder", path: about.path, message });
    if (members && (gap === undefined || (isCustom && property === properties.customDomainConfig))) {
      settled[name] = settleMembers(members, (value ?? {}) as Values, `${path}${name}.`, isCustom, remarks);
    } else if (gap === undefined) {
      settled[name] = value;
      if (isFirstOfEnum(value, property)) {
        remarks.toConfirm.push(remark(remarkOn.toConfirm({ ...about, value })));
      }
    } else if (required) {
      settled[name] = "";
      remarks.toFillIn.push(remark(remarkOn.toFillIn({ ...about, gap })));
    } else if (value !== undefined) {
      remarks.leftOut.push(remark(remarkOn.leftOut({ ...about, gap })));
    }
  }
  return settled;
}

/** What there is in the place of a value. */
function gapIn(value: unknown, property: Property): string | undefined {
  if (value === undefined) return "none";
  if (property.members)
    return isUntouched(value as Values, property.members) ? "only placeholders there" : undefined;
  return isPlaceholder(value, property) ? `the placeholder ${shown(value)}` : undefined;
}

function isUntouched(values: Values, table: PropertyTable): boolean {
  return Object.entries(table).every(([name, property]) => {
    const value = values[name];
    return isFirstOfEnum(value, property) || gapIn(value, property) !== undefined;
  });
}

/** That is what a skeleton has for an enum of texts. */
function isFirstOfEnum(value: unknown, { type, allowed }: Property): boolean {
  return type === "string" && allowed !== undefined && value === allowed[0];
}
