import type { UserPoolDomainArgs } from "../../../provider/index";

/** A Pulumi program: how it is run, and its files. */
export interface Program {
  runtime: { name: "nodejs"; options: { typescript: boolean } };
  files: Readonly<Record<string, string>>;
}

/** A program in JavaScript, which starts faster. It finds `pulumi`, `config` and `UserPoolDomain` declared. */
export function javascript(...statements: string[]): Program {
  return {
    runtime: { name: "nodejs", options: { typescript: false } },
    files: { "index.js": [prelude, ...statements].join("\n") },
  };
}

export function typescript(...statements: string[]): Program {
  return {
    runtime: { name: "nodejs", options: { typescript: true } },
    files: { "index.ts": statements.join("\n") },
  };
}

const prelude = `
const pulumi = require("@pulumi/pulumi");
const { UserPoolDomain } = require("pulumi-cognito-domain");
const config = new pulumi.Config();
`;

/** A program with one domain, which it calls `login`. */
export function domainProgram(args: UserPoolDomainArgs): Program {
  return javascript(`exports.login = new UserPoolDomain("login", ${JSON.stringify(args)});`);
}
