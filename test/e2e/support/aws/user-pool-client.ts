import { randomBytes } from "node:crypto";
import { regionOf } from "./client";
import type { Kind } from "./kind";

export const userPoolClient: Kind = {
  replacedBy: ["generateSecret", "region", "userPoolId"],

  create({ name, inputs }) {
    const id = randomBytes(13).toString("hex");
    const clientSecret = inputs["generateSecret"] === true ? randomBytes(26).toString("hex") : "";
    const region = regionOf(String(inputs["userPoolId"]));
    return { id, outputs: { name, region, ...inputs, clientSecret } };
  },
};
