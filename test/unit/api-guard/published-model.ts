import { readFileSync } from "node:fs";
import path from "node:path";
import {
  type DomainOperation,
  forEachOperation,
  type Member,
  type Members,
  type PublishedApi,
} from "./published-api";

const file = path.join(__dirname, "../../published-model.json");

/** The service's model as `test/published-model.json` has it. */
export function modelText(): string {
  return readFileSync(file, "utf8");
}

export function readModel(text: string): PublishedApi {
  const { operations } = JSON.parse(text) as Model;
  return forEachOperation((name) => {
    const { input, output, errors } = operations[name];
    return { input: membersOf(input), output: membersOf(output), exceptions: errors };
  });
}

interface Model {
  operations: Record<DomainOperation, { input: Shape; output: Shape; errors: string[] }>;
}

interface Shape {
  type: string;
  members?: Record<string, Shape>;
  enum?: string[];
}

function membersOf({ members = {} }: Shape): Members {
  return Object.fromEntries(Object.entries(members).map(([name, shape]) => [name, memberOf(shape)]));
}

function memberOf(shape: Shape): Member {
  if (shape.type === "structure") return { members: membersOf(shape) };
  return shape.enum ? { values: shape.enum } : {};
}
