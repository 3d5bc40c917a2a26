/** A constraint model in the service's own terms: the subset of its model language that these operations use. */
export type Shape = StringShape | IntegerShape | StructureShape;

export interface StringShape {
  readonly type: "string";
  /** Shortest length, in characters. */
  readonly min?: number;
  /** Greatest length, in characters. */
  readonly max?: number;
  /** The published regular expression, which the whole value has to match. */
  readonly pattern?: string;
  /** What is really accepted, where that is known to differ from `pattern`; messages still quote `pattern`. */
  readonly accepts?: string;
  readonly enum?: readonly string[];
  /** Whether messages keep the value to themselves. */
  readonly sensitive?: boolean;
}

export interface IntegerShape {
  readonly type: "integer";
  /** What a request without it is taken to have said. */
  readonly default?: number;
  /** Lowest value. */
  readonly min?: number;
  /** Highest value. */
  readonly max?: number;
}

export interface StructureShape {
  readonly type: "structure";
  readonly required: readonly string[];
  readonly members: { readonly [name: string]: Shape };
}

/** The TypeScript type of a value that satisfies the shape. */
export type ValueOf<S> = S extends { type: "string"; enum: readonly (infer E)[] }
  ? E
  : S extends { type: "string" }
    ? string
    : S extends { type: "integer" }
      ? number
      : S extends { type: "structure"; required: readonly (infer R)[]; members: infer M }
        ? { readonly [K in keyof M as K extends R ? K : never]: ValueOf<M[K]> } & {
            readonly [K in keyof M as K extends R ? never : K]?: ValueOf<M[K]>;
          }
        : never;
