import type { HttpAnswer, Reply } from "../http/protocol";
import type { Fault } from "./fault-rules";
import type { Spoiling } from "./record";

/** What a fault does to the answer of its call, if that is what it does. */
export function spoilingBy(fault: Fault): Spoiling | undefined {
  if ("drop" in fault) return { by: "drop", effect: effectOf(fault.drop) };
  if ("hang" in fault) return { by: "hang", effect: effectOf(fault.hang) };
  if ("garbage" in fault) return { by: "garbage", effect: effectOf(fault.garbage) };
  return undefined;
}

export function spoiledReply({ by }: Spoiling): Reply {
  return by === "garbage" ? signInPage : by;
}

function effectOf(moment: "before" | "after"): Spoiling["effect"] {
  return moment === "before" ? "none" : "taken";
}

/** What the gateway of a guest network gives in the place of any answer. */
const signInPage: HttpAnswer = {
  status: 200,
  headers: { "content-type": "text/html" },
  body: "<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body></body></html>",
};
