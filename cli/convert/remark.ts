import type { Finding } from "../../provider/check";
import type { Wording } from "../../provider/errors/diagnosis";

/** What a person should know of a property beside the code. */
export interface Remark {
  /**
   * `placeholder`: it has yet to be given a value, or is left out because it has none. `refused`: the preview will
   * refuse the value. `note`: anything else.
   */
  readonly kind: "placeholder" | "refused" | "note";
  /** Such as `customDomainConfig.certificateArn`. */
  readonly path: string;
  readonly message: Wording;
}

export function remarkOf(kind: Remark["kind"]): (finding: Finding) => Remark {
  return ({ property, reason }) => ({ kind, path: property, message: reason });
}
