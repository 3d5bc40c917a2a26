import type { Values } from "../../../../provider/values";
import { certificate, certificateValidation } from "./certificate";
import { healthCheck } from "./health-check";
import { anyKind, type Kind } from "./kind";
import { record } from "./record";
import { userPool } from "./user-pool";
import { userPoolClient } from "./user-pool-client";
import { userPoolDomain } from "./user-pool-domain";
import { getZone } from "./zone";

const kinds: Readonly<Record<string, Kind>> = {
  "aws:acm/certificate:Certificate": certificate,
  "aws:acm/certificateValidation:CertificateValidation": certificateValidation,
  "aws:cognito/userPool:UserPool": userPool,
  "aws:cognito/userPoolClient:UserPoolClient": userPoolClient,
  "aws:cognito/userPoolDomain:UserPoolDomain": userPoolDomain,
  "aws:route53/healthCheck:HealthCheck": healthCheck,
  "aws:route53/record:Record": record,
};

export function kindOf(type: string): Kind {
  return kinds[type] ?? anyKind;
}

const functions: Readonly<Record<string, (args: Values) => Values>> = {
  "aws:route53/getZone:getZone": getZone,
};

/** @throws for a function that the stand-in doesn't have */
export function functionOf(token: string): (args: Values) => Values {
  const found = functions[token];
  if (!found) throw new Error(`The stand-in of the AWS provider has no ${token}.`);
  return found;
}
