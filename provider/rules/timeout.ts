import { parseDuration } from "../duration";
import type { Rule } from "./rule";

const longest = 24 * 60 * 60 * 1000;

export const timeoutRule: Rule = (text) => {
  const milliseconds = parseDuration(text);
  if (milliseconds === undefined) {
    return 'is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"';
  }
  if (milliseconds <= 0) return "is no time at all: give more than 0";
  return milliseconds > longest ? "is longer than a day: give at most 24h" : undefined;
};
