import assert from "node:assert/strict";
import * as sdk from "@aws-sdk/client-cognito-identity-provider";
import { messages } from "../../../emulator/index";
import { explain, type Subject } from "../../../provider/errors/explanations";
import { type Operation, ServiceError } from "../../../provider/errors/service-error";
import { commandSettings } from "../../../provider/errors/settings";

const subject = {
  domain: "login.shop.example.com",
  userPoolId: "eu-west-1_Abc",
  region: "eu-west-1",
};
const requestId = "2f4d7c9a-0000-4000-8000-123456789012";

interface Refusal {
  operation?: Operation;
  exception?: string;
  message?: string;
}

function explained(
  { operation = "CreateUserPoolDomain", exception = "InvalidParameterException", message = "No." }: Refusal,
  about: Subject = subject,
): string {
  return explain(new ServiceError({ operation, exception, message, requestId }), about);
}

/** The text without its heading and its reference: what to do. */
function adviceOn(refusal: Refusal): string {
  const { operation = "CreateUserPoolDomain", message = "No." } = refusal;
  const text = explained(refusal);
  const end = text.lastIndexOf(`(${operation}, `);
  return text
    .slice(text.indexOf(message) + message.length, end)
    .replace(/^\.?\s*/, "")
    .trim();
}

/** Every exception that the service's model has for the four operations, and a phrase of the advice on it. */
const exceptions: Record<string, RegExp> = {
  InvalidParameterException: /refuses a value/,
  NotAuthorizedException:
    /credentials may not do this.*cognito-idp:CreateUserPoolDomain.*get-caller-identity/,
  ConcurrentModificationException: /Something else is changing the domain or its pool/,
  ResourceNotFoundException: /Is there a user pool eu-west-1_Abc in eu-west-1/,
  LimitExceededException: /quota.*Service Quotas/,
  InternalErrorException: /internal error.*run the command again later/,
  OperationNotEnabledException: /isn't enabled for this user pool in eu-west-1.*primary Region/,
  FeatureUnavailableInTierException: /Essentials or Plus plan.*managedLoginVersion: 1/,
  TooManyRequestsException: /--parallel.*aws:maxRetries/,
};

/** Every message that the service is known to give, and a phrase of the advice on it. */
const knownMessages: [message: string, advice: RegExp, more?: Refusal][] = [
  [messages.rootUnresolved, /DNS A record: create one for shop\.example\.com .*198\.51\.100\.1/],
  [messages.parentUnresolved, /create one for shop\.example\.com .*may not be a top-level domain/],
  [
    messages.poolHasDomain,
    /one prefix domain and one custom domain.*--user-pool-id eu-west-1_Abc.*adoptExisting: true/,
  ],
  [messages.domainExists, /Choose another name.*adoptExisting: true.*still being released/],
  [messages.domainOfAnotherPool, /Choose another name, or delete that domain first/],
  [
    messages.poolStillHasDomain,
    /can't be deleted while it has a domain: delete login\.shop\.example\.com first/,
  ],
  [
    messages.cnameTaken,
    /Another CloudFront distribution serves login\.shop\.example\.com.*list-conflicting-aliases/,
  ],
  [messages.certificateNotUsable, /ACM certificate in us-east-1.*ISSUED.*aws\.acm\.CertificateValidation/],
  [
    messages.invalidCharacter,
    /1 to 63 characters of a-z, 0-9 and hyphens.*customDomainConfig\.certificateArn/,
  ],
  [messages.reservedWord("cognito"), /may not hold aws, amazon or cognito/],
  [messages.reservedWord("aws"), /may not hold aws, amazon or cognito/],
  [
    messages.notConvertible,
    /without the certificate.*set customDomainConfig\.certificateArn/,
    { operation: "UpdateUserPoolDomain" },
  ],
  [
    messages.noCustomDomain,
    /prefix domain on the service's side, or is gone: run pulumi refresh/,
    { operation: "UpdateUserPoolDomain" },
  ],
  [
    messages.noSuchDomain,
    /isn't on user pool eu-west-1_Abc any more: run pulumi refresh/,
    { operation: "UpdateUserPoolDomain" },
  ],
  [messages.managedLoginNotInLite, /Essentials or Plus plan.*managedLoginVersion: 1/],
  [
    "1 validation error detected: Value at 'domain' failed to satisfy constraint: Member must have length less than or equal to 63",
    /login\.shop\.example\.com has 22 characters; the service takes at most 63/,
  ],
];

/** What comes from around the service: credentials, the network, a proxy or another server. */
const surroundings: Record<string, RegExp> = {
  AccessDeniedException: /credentials may not do this/,
  ThrottlingException: /--parallel/,
  UnrecognizedClientException: /doesn't know these credentials/,
  InvalidClientTokenId: /doesn't know these credentials/,
  SignatureDoesNotMatch: /doesn't know these credentials/,
  ExpiredToken: /have expired/,
  ExpiredTokenException: /have expired/,
  CredentialsProviderError: /No credentials were found.*aws:profile/,
  UnknownOperationException: /endpoint doesn't know the operation/,
  ECONNREFUSED: /no answer from AWS in eu-west-1.*aws:endpoints/,
  ENOTFOUND: /no answer from AWS/,
  EAI_AGAIN: /no answer from AWS/,
  EHOSTUNREACH: /no answer from AWS/,
  ENETUNREACH: /no answer from AWS/,
  ECONNRESET: /no answer from AWS/,
  TimeoutError: /no answer from AWS/,
  Unknown: /couldn't be read.*proxy.*aws:endpoints/,
};

describe("the text about a failed call", () => {
  const cases = [
    ...Object.entries({ ...exceptions, ...surroundings }).map(
      ([exception, advice]) =>
        [exception, advice, { exception, message: `Said with ${exception}.` }] as const,
    ),
    ...knownMessages.map(([message, advice, more]) => [message, advice, { ...more, message }] as const),
  ];
  for (const [what, advice, refusal] of cases) {
    it(`says what to do about: ${what}`, () => {
      assert.match(adviceOn(refusal), advice);
    });

    it(`names the domain, the service's words, the exception and the request of: ${what}`, () => {
      const { operation = "CreateUserPoolDomain", exception = "InvalidParameterException" }: Refusal =
        refusal;
      const text = explained(refusal);
      for (const part of [subject.domain, refusal.message])
        assert.ok(text.includes(part), `${part} in ${text}`);
      assert.ok(text.endsWith(` (${operation}, ${exception}, request ${requestId})`), text);
    });
  }

  const where = `${subject.domain} on user pool eu-west-1_Abc`;
  const doing: Record<Operation, string> = {
    CreateUserPoolDomain: `Creating the domain ${where}`,
    DescribeUserPoolDomain: `Reading the domain ${where}`,
    UpdateUserPoolDomain: `Updating the domain ${where}`,
    DeleteUserPoolDomain: `Deleting the domain ${where}`,
    DescribeUserPool: "Reading the user pool eu-west-1_Abc",
    ListUserPools: "Listing the user pools",
    GetCallerIdentity: `Checking the AWS account for the domain ${where}`,
  };
  for (const [operation, words] of Object.entries(doing)) {
    it(`begins with what ${operation} was to do, and where`, () => {
      const text = explained({ operation: operation as Operation });
      assert.ok(text.startsWith(`${words} in eu-west-1 failed: No. `), text);
    });
  }

  it("says of an answer that can't be read what came in its place, without the SDK's hint for programmers", () => {
    const hint =
      "\n  Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.";
    const text = explained({
      exception: "SyntaxError",
      message: `Unexpected token '<', "<!DOCTYPE "... is not valid JSON${hint}`,
    });
    assert.match(
      text,
      / failed: Unexpected token '<', "<!DOCTYPE "\.\.\. is not valid JSON\. The answer couldn't be read: what came back isn't what AWS sends\. Often a proxy/,
    );
    assert.doesNotMatch(text, /hidden|Deserialization/);
  });

  for (const operation of ["DeleteUserPoolDomain", "DescribeUserPoolDomain", "GetCallerIdentity"] as const) {
    it(`says nothing that holds for pulumi up or a create alone when ${operation} failed`, () => {
      for (const exception of Object.keys({ ...exceptions, ...surroundings })) {
        assert.doesNotMatch(
          adviceOn({ operation, exception, message: `Said with ${exception}.` }),
          /pulumi up|adoptExisting|a create that/,
        );
      }
    });
  }

  it("names what a command of its own is given, and nothing of a stack, to who runs such a command", () => {
    for (const exception of [...Object.keys(surroundings), "TooManyRequestsException", "AccessDenied"]) {
      const refusal = { operation: "DescribeUserPoolDomain", exception } as const;
      const text = explained(refusal, { ...subject, settings: commandSettings });
      assert.doesNotMatch(text, /aws:(?!\/\/)|pulumi|--parallel|CreateUserPoolDomain/i);
    }
  });

  it("leaves out the pool and the request that it doesn't know", () => {
    const error = new ServiceError({ operation: "DescribeUserPoolDomain", exception: "Odd", message: "Odd" });
    const { domain, region } = subject;
    assert.equal(
      explain(error, { domain, region }),
      "Reading the domain login.shop.example.com in eu-west-1 failed: Odd. (DescribeUserPoolDomain, Odd)",
    );
  });

  it("says nothing of undefined where the pool isn't known", () => {
    const { domain, region } = subject;
    for (const { message = "No.", exception } of [
      ...knownMessages.map(([message]): Refusal => ({ message })),
      ...Object.keys(exceptions).map((exception): Refusal => ({ exception })),
    ]) {
      assert.doesNotMatch(
        explained({ message, ...(exception && { exception }) }, { domain, region }),
        /undefined/,
      );
    }
  });
});

describe("the exceptions that the SDK knows", () => {
  const classes = Object.entries(sdk).filter(
    ([name, value]) =>
      typeof value === "function" &&
      value.prototype instanceof sdk.CognitoIdentityProviderServiceException &&
      name in exceptions,
  );

  it("include every one of the model's four operations", () => {
    assert.deepEqual(classes.map(([name]) => name).sort(), Object.keys(exceptions).sort());
  });

  for (const [name, value] of classes) {
    it(`come with an advice of their own: ${name}`, () => {
      const Exception = value as new (options: { message: string; $metadata: object }) => Error;
      const { name: exception, message } = new Exception({ message: "Words of the service.", $metadata: {} });
      assert.equal(exception, name);
      assert.ok(adviceOn({ exception, message }).length > 40);
    });
  }
});
