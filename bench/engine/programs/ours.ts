import { UserPoolDomain } from "pulumi-cognito-domain";
import { wantedDomains } from "./wanted";

// As a program with many tenants has it.
for (const wanted of wantedDomains(process.env)) new UserPoolDomain(wanted.domain, wanted);
