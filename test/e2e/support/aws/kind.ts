import type { Values } from "../../../../provider/values";
import type { World } from "./world";

/** What the stand-in does with the resources of one type. What isn't said is as with any: it is in the state alone. */
export interface Kind {
  /** The inputs whose change makes it another one. */
  readonly replacedBy: readonly string[];
  /** What the provider refuses beyond wrong types. */
  check?(inputs: Values): string[];
  create(asked: Asked, world: World): Made | Promise<Made>;
  /** @returns the outputs that change */
  update?(id: string, inputs: Values, world: World): Values;
  /** What the provider reads of one that the state doesn't know. */
  import?(id: string, world: World): Promise<{ inputs: Values; outputs: Values }>;
  delete?(id: string, held: Values, world: World): void | Promise<void>;
}

export interface Asked {
  /** The resource's name in the program. */
  readonly name: string;
  readonly inputs: Values;
}

export interface Made {
  readonly id: string;
  readonly outputs: Values;
}

/** Of a type that nothing is said of here. */
export const anyKind: Kind = {
  replacedBy: [],
  create: ({ name, inputs }) => ({ id: name, outputs: inputs }),
};
