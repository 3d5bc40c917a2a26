import { randomUUID } from "node:crypto";
import type { Kind } from "./kind";

export const healthCheck: Kind = {
  replacedBy: ["measureLatency", "referenceName", "requestInterval", "type"],

  create({ inputs }) {
    const id = randomUUID();
    return { id, outputs: { ...inputs, arn: `arn:aws:route53:::healthcheck/${id}` } };
  },
};
