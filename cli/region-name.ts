import { isRegionName } from "../provider/region";
import { anyCommand } from "./diagnostics";
import { notUnderstood } from "./not-understood";

/** Reads the code of a Region. @throws InvalidArgumentError */
export function regionName(text: string): string {
  if (isRegionName(text)) return text;
  throw notUnderstood(anyCommand.unknownRegion());
}
