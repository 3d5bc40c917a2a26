/**
 * The packages of the AWS SDK, each loaded when it is called for: a preview needs none, nor does an `up` without
 * changes. By `require`, because of a package in CommonJS that comes by `import()` Node.js first parses the whole text
 * for the names that it exports (measured by `npm run bench -- starting`).
 */
export const sdk = {
  cognito: (): typeof import("@aws-sdk/client-cognito-identity-provider") =>
    require("@aws-sdk/client-cognito-identity-provider"),
  credentialProviders: (): typeof import("@aws-sdk/credential-providers") =>
    require("@aws-sdk/credential-providers"),
  sts: (): typeof import("@aws-sdk/client-sts") => require("@aws-sdk/client-sts"),
};
