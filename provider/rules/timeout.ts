import { parseDuration } from "../duration";
import { timeoutReasons as reasons } from "./diagnostics";
import type { Rule } from "./rule";

const longest = 24 * 60 * 60 * 1000;

export const timeoutRule: Rule = (text) => {
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined) return reasons.noDuration();
  if (milliseconds <= 0) return reasons.none();
  return milliseconds > longest ? reasons.tooLong() : undefined;
};
