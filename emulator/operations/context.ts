import type { Caller } from "../cloud/callers";
import type { Cloud } from "../cloud/cloud";
import type { BadEnd } from "../cloud/phase";

/** What an operation works on, and for whom. */
export interface Context extends Pick<Cloud, "callers" | "pools" | "domains" | "outside" | "quotas"> {
  readonly region: string;
  readonly caller: Caller;
  /** How the step that the operation begins is to end, if a fault has hold of it. Asked only once it begins. */
  badEnd(): BadEnd | undefined;
}
