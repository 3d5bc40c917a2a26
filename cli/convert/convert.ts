import { resourceNameFor } from "../../code/identifier";
import { typescriptOf } from "../../code/typescript";
import { checkInputs } from "../../provider/check";
import { regionOfUserPool } from "../../provider/region";
import type { Values } from "../../provider/values";
import { remarks as remarkOn } from "./diagnostics";
import { withoutPlaceholders } from "./placeholders";
import { type Remark, remarkOf } from "./remark";
import { outputsOfApi, readRequest } from "./request";

/** A request as a program declares it. */
export interface Conversion {
  /** The name of the resource. */
  readonly name: string;
  readonly inputs: Values;
  /** TypeScript. */
  readonly code: string;
  readonly remarks: readonly Remark[];
}

/**
 * Writes a request as TypeScript. What no request says may be given: the resource's name, and the Region of the calls.
 *
 * @throws Error for what is no request of the API
 */
export function convertRequest(request: Values, given: { name?: string; region?: string } = {}): Conversion {
  const { inputs: settled, toFillIn, leftOut, toConfirm } = withoutPlaceholders(readRequest(request));
  const inputs = { ...settled, ...regionBeside(String(settled["userPoolId"]), given.region) };
  const name = given.name ?? (resourceNameFor(String(settled["domain"]), new Set()) || "login");
  const comments = [...toFillIn, ...toConfirm].map(({ message }) => `TODO: ${message}`);
  return {
    name,
    inputs,
    code: typescriptOf([{ name, inputs, comments }]),
    remarks: [
      ...toFillIn,
      ...leftOut,
      ...toConfirm,
      ...remarksOnOutputs(request),
      ...remarksOfCheck(inputs, toFillIn),
    ],
  };
}

/** The calls go to the Region in the pool's id anyway. */
function regionBeside(userPoolId: string, region: string | undefined): { region?: string } {
  return region === undefined || region === regionOfUserPool(userPoolId) ? {} : { region };
}

function remarksOnOutputs(request: Values): Remark[] {
  const path = outputsOfApi.filter((name) => Object.hasOwn(request, name)).join(", ");
  return path === "" ? [] : [{ kind: "note", path, message: remarkOn.output({ path }) }];
}

function remarksOfCheck(inputs: Values, toFillIn: readonly Remark[]): Remark[] {
  const { failures, warnings } = checkInputs(inputs);
  const isKnown = new Set(toFillIn.map(({ path }) => path));
  return [
    ...failures.filter(({ property }) => !isKnown.has(property)).map(remarkOf("refused")),
    ...warnings.map(remarkOf("note")),
  ];
}
