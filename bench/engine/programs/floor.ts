import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { propertyNames } from "./floor-provider";
import { wantedDomains } from "./wanted";

/** A dynamic resource with the properties of a `UserPoolDomain`, and the cheapest way of naming its provider. */
class Floor extends pulumi.CustomResource {
  constructor(name: string, args: object) {
    const properties = Object.fromEntries(propertyNames.map((property) => [property, undefined]));
    const __provider = `exports.handler = () => require(${JSON.stringify(path.join(__dirname, "floor-provider"))}).provider`;
    super("pulumi-nodejs:dynamic/bench:Floor", name, { ...properties, ...args, __provider });
  }
}

for (const wanted of wantedDomains(process.env)) new Floor(wanted.domain, wanted);
