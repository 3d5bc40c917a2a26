import { unknownValue } from "../../../../provider/unknown";
import { certificate } from "../support";
import { type BadInput, custom, prefix } from "./table";

const configuredAs = (customDomainConfig: unknown) => custom({ customDomainConfig });
const certified = (certificateArn: unknown, more: object = {}) =>
  custom({ customDomainConfig: { certificateArn }, ...more });
const withPolicy = (securityPolicy: unknown) =>
  configuredAs({ certificateArn: certificate("a"), securityPolicy });
const id = "11111111-1111-4111-8111-111111111111";
const onPoolIn = (region: string) => ({ userPoolId: `${region}_AbCdEf123` });

const configurations: BadInput[] = [
  [
    "an empty object",
    configuredAs({}),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn is missing. The ACM certificate, in us-east-1. For example "arn:aws:acm:us-east-1:<account>:certificate/<id>".',
    },
  ],
  [
    "an empty object on a prefix",
    prefix({ customDomainConfig: {} }),
    {
      domain:
        'domain "my-app" is a single label, but customDomainConfig asks for a custom domain: give a DNS name such as auth.example.com, or leave customDomainConfig out for a prefix domain',
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn is missing. The ACM certificate, in us-east-1. For example "arn:aws:acm:us-east-1:<account>:certificate/<id>".',
    },
  ],
  ["null, which is none", prefix({ customDomainConfig: null }), {}],
  [
    "an ARN in its place",
    configuredAs(certificate("a")),
    {
      customDomainConfig:
        'customDomainConfig is "arn:aws:acm:us-east-1:123456789012:certificate/aaaaaaaa-0000-0000-0000-000000000000"; expected an object with certificateArn, securityPolicy (from stack configuration: config.requireObject)',
    },
  ],
  [
    "an object written as JSON",
    configuredAs('{"certificateArn":"arn"}'),
    {
      customDomainConfig:
        'customDomainConfig is "{\\"certificateArn\\":\\"arn\\"}"; expected an object with certificateArn, securityPolicy (from stack configuration: config.requireObject)',
    },
  ],
  [
    "a list",
    configuredAs([{ certificateArn: certificate("a") }]),
    {
      customDomainConfig:
        'customDomainConfig is [{"certificateArn":"arn:aws:acm:us-east-1:123456789012:certificate/aaaaaaaa-0000-0000-0000-000000000… (106 characters); expected an object with certificateArn, securityPolicy (from stack configuration: config.requireObject)',
    },
  ],
  [
    "an empty list",
    configuredAs([]),
    {
      customDomainConfig:
        "customDomainConfig is []; expected an object with certificateArn, securityPolicy (from stack configuration: config.requireObject)",
    },
  ],
  [
    "true",
    configuredAs(true),
    {
      customDomainConfig:
        "customDomainConfig is true; expected an object with certificateArn, securityPolicy (from stack configuration: config.requireObject)",
    },
  ],
  [
    "false",
    configuredAs(false),
    {
      customDomainConfig:
        "customDomainConfig is false; expected an object with certificateArn, securityPolicy (from stack configuration: config.requireObject)",
    },
  ],
  [
    "a number",
    configuredAs(0),
    {
      customDomainConfig:
        "customDomainConfig is 0; expected an object with certificateArn, securityPolicy (from stack configuration: config.requireObject)",
    },
  ],
  [
    "an empty string",
    configuredAs(""),
    {
      customDomainConfig:
        'customDomainConfig is ""; expected an object with certificateArn, securityPolicy (from stack configuration: config.requireObject)',
    },
  ],
  [
    "the API's spelling within",
    configuredAs({ CertificateArn: certificate("a") }),
    {
      "customDomainConfig.CertificateArn":
        "customDomainConfig.CertificateArn is not a property of a user pool domain; did you mean customDomainConfig.certificateArn? Known here: certificateArn, securityPolicy",
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn is missing. The ACM certificate, in us-east-1. For example "arn:aws:acm:us-east-1:<account>:certificate/<id>".',
    },
  ],
  [
    "another member within",
    configuredAs({ certificateArn: certificate("a"), minimumProtocolVersion: "TLSv1.2" }),
    {
      "customDomainConfig.minimumProtocolVersion":
        "customDomainConfig.minimumProtocolVersion is not a property of a user pool domain. Known here: certificateArn, securityPolicy",
    },
  ],
  [
    "a constructor within",
    configuredAs({ certificateArn: certificate("a"), ["constructor"]: "x" }),
    {
      "customDomainConfig.constructor":
        "customDomainConfig.constructor is not a property of a user pool domain. Known here: certificateArn, securityPolicy",
    },
  ],
];

const certificates: BadInput[] = [
  [
    "a certificate that is null",
    certified(null),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn is missing. The ACM certificate, in us-east-1. For example "arn:aws:acm:us-east-1:<account>:certificate/<id>".',
    },
  ],
  [
    "a certificate that is empty",
    certified(""),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "" has 0 characters; the service takes 20 to 2048. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a certificate that is a number",
    certified(1),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn is 1; expected a string. The ACM certificate, in us-east-1. For example "arn:aws:acm:us-east-1:<account>:certificate/<id>".',
    },
  ],
  [
    "a certificate that is a list",
    certified([certificate("a")]),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn is ["arn:aws:acm:us-east-1:123456789012:certificate/aaaaaaaa-0000-0000-0000-000000000000"]; expected a string. The ACM certificate, in us-east-1. For example "arn:aws:acm:us-east-1:<account>:certificate/<id>".',
    },
  ],
  [
    "a certificate that is an object",
    certified({ arn: certificate("a") }),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn is {"arn":"arn:aws:acm:us-east-1:123456789012:certificate/aaaaaaaa-0000-0000-0000-000000000000"}; expected a string. The ACM certificate, in us-east-1. For example "arn:aws:acm:us-east-1:<account>:certificate/<id>".',
    },
  ],
  [
    "a certificate's id alone",
    certified(id),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "11111111-1111-4111-8111-111111111111" is not an ARN. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a certificate of 19 characters",
    certified("arn:aws:acm:us-east"),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-east" has 19 characters; the service takes 20 to 2048. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a certificate of 2049 characters",
    certified(`arn:aws:acm:us-east-1:123456789012:certificate/${"a".repeat(2002)}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-east-1:123456789012:certificate/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… (2049 characters) has 2049 characters; the service takes 20 to 2048. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a certificate of a megabyte",
    certified("a".repeat(1_000_000)),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… (1000000 characters) has 1000000 characters; the service takes 20 to 2048. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a certificate in PEM form",
    certified("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----" is not an ARN. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a domain name for a certificate",
    certified("certificate.of.example.com"),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "certificate.of.example.com" is not an ARN. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "an IAM server certificate",
    certified("arn:aws:iam::123456789012:server-certificate/one"),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:iam::123456789012:server-certificate/one" is not the ARN of an ACM certificate. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a private certificate authority",
    certified(`arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/11111111-1111-4111-8111-111111111111" is not the ARN of an ACM certificate. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a private authority's certificate",
    certified(`arn:aws:acm-pca:us-east-1:123456789012:certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm-pca:us-east-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" is not the ARN of an ACM certificate. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "an IoT certificate",
    certified(`arn:aws:iot:us-east-1:123456789012:cert/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:iot:us-east-1:123456789012:cert/11111111-1111-4111-8111-111111111111" is not the ARN of an ACM certificate. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a load balancer",
    certified("arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/one/two"),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/one/two" is not the ARN of an ACM certificate. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a user pool",
    certified("arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123"),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123" is not the ARN of an ACM certificate. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "an ARN in upper case",
    certified(`ARN:AWS:ACM:US-EAST-1:123456789012:CERTIFICATE/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "ARN:AWS:ACM:US-EAST-1:123456789012:CERTIFICATE/11111111-1111-4111-8111-111111111111" is not an ARN. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a partition in upper case",
    certified(`arn:AWS:acm:us-east-1:123456789012:certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:AWS:acm:us-east-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" has the partition "AWS", which is none. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a partition that is none",
    certified(`arn:amazon:acm:us-east-1:123456789012:certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:amazon:acm:us-east-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" has the partition "amazon", which is none. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a partition with a blank",
    certified(`arn:aws :acm:us-east-1:123456789012:certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws :acm:us-east-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" has the partition "aws ", which is none. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "no partition",
    certified(`arn::acm:us-east-1:123456789012:certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn::acm:us-east-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" is not an ARN. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a certificate in another Region",
    certified(`arn:aws:acm:eu-west-1:123456789012:certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:eu-west-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" is a certificate in eu-west-1, but CloudFront, which serves custom domains, reads certificates in us-east-1 only: request or import the certificate there, whatever the user pool\'s Region',
    },
  ],
  [
    "a certificate in the pool's own Region, which isn't us-east-1",
    certified(`arn:aws:acm:eu-west-1:123456789012:certificate/${id}`, onPoolIn("eu-west-1")),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:eu-west-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" is a certificate in eu-west-1, but CloudFront, which serves custom domains, reads certificates in us-east-1 only: request or import the certificate there, whatever the user pool\'s Region',
    },
  ],
  [
    "a certificate in no Region",
    certified(`arn:aws:acm::123456789012:certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm::123456789012:certificate/11111111-1111-4111-8111-111111111111" is a certificate in no Region, but CloudFront, which serves custom domains, reads certificates in us-east-1 only: request or import the certificate there, whatever the user pool\'s Region',
    },
  ],
  [
    "a certificate in a Region with a look-alike",
    certified(`arn:aws:acm:us-e\u0430st-1:123456789012:certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-e\u0430st-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" is a certificate in us-e\u0430st-1, but CloudFront, which serves custom domains, reads certificates in us-east-1 only: request or import the certificate there, whatever the user pool\'s Region. It holds "\u0430" (U+0430)',
    },
  ],
  [
    "a certificate of the China partition for a pool elsewhere",
    certified(`arn:aws-cn:acm:cn-north-1:123456789012:certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws-cn:acm:cn-north-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" is in another partition than the user pool, which is in us-east-1: request or import a certificate there',
    },
  ],
  [
    "a certificate of the GovCloud partition for a pool elsewhere",
    certified(`arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" is in another partition than the user pool, which is in us-east-1: request or import a certificate there',
    },
  ],
  [
    "a certificate of the partition aws for a pool in China",
    certified(certificate("a"), onPoolIn("cn-north-1")),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-east-1:123456789012:certificate/aaaaaaaa-0000-0000-0000-000000000000" is in another partition than the user pool, which is in cn-north-1: request or import a certificate there',
    },
  ],
  [
    "a certificate of the China partition in no Region",
    certified(`arn:aws-cn:acm::123456789012:certificate/${id}`, onPoolIn("cn-north-1")),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws-cn:acm::123456789012:certificate/11111111-1111-4111-8111-111111111111" has no Region. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a certificate in us-east-1 of the China partition",
    certified(`arn:aws-cn:acm:us-east-1:123456789012:certificate/${id}`, onPoolIn("cn-north-1")),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws-cn:acm:us-east-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" names the Region us-east-1, which is not in its partition aws-cn',
    },
  ],
  [
    "a certificate in China with its pool",
    certified(`arn:aws-cn:acm:cn-northwest-1:123456789012:certificate/${id}`, onPoolIn("cn-north-1")),
    {},
    [
      'auth.example.com: customDomainConfig.certificateArn "arn:aws-cn:acm:cn-northwest-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" is in the China partition, where the certificate\'s Region could not be checked: see the Amazon Cognito guide for China',
    ],
  ],
  [
    "a certificate in GovCloud with its pool",
    certified(`arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/${id}`, onPoolIn("us-gov-west-1")),
    {},
    [
      'auth.example.com: customDomainConfig.certificateArn "arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" is in the GovCloud partition, whose user guide says that custom domains are not supported there',
    ],
  ],
  [
    "a certificate of another partition, while the pool is unknown",
    certified(`arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/${id}`, {
      userPoolId: unknownValue,
    }),
    {},
    [
      'auth.example.com: customDomainConfig.certificateArn "arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" is in the GovCloud partition, whose user guide says that custom domains are not supported there',
    ],
  ],
  [
    "a certificate of another account, which can't be known",
    certified(`arn:aws:acm:us-east-1:999999999999:certificate/${id}`),
    {},
  ],
  [
    "an account of 11 digits",
    certified(`arn:aws:acm:us-east-1:12345678901:certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-east-1:12345678901:certificate/11111111-1111-4111-8111-111111111111" has no account of 12 digits. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "an account of 13 digits",
    certified(`arn:aws:acm:us-east-1:1234567890123:certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-east-1:1234567890123:certificate/11111111-1111-4111-8111-111111111111" has no account of 12 digits. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "no account",
    certified(`arn:aws:acm:us-east-1::certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-east-1::certificate/11111111-1111-4111-8111-111111111111" has no account of 12 digits. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "an account in Arabic digits",
    certified(`arn:aws:acm:us-east-1:${"\u0661".repeat(12)}:certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-east-1:\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661:certificate/11111111-1111-4111-8111-111111111111" has no account of 12 digits. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>. It holds "\u0661" (U+0661)',
    },
  ],
  [
    "no certificate id",
    certified("arn:aws:acm:us-east-1:123456789012:certificate/"),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-east-1:123456789012:certificate/" has no certificate id of letters, digits and hyphens. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a colon in the place of the slash",
    certified(`arn:aws:acm:us-east-1:123456789012:certificate:${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-east-1:123456789012:certificate:11111111-1111-4111-8111-111111111111" is not the ARN of an ACM certificate. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a blank in the certificate's id",
    certified(`arn:aws:acm:us-east-1:123456789012:certificate/${id} `),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-east-1:123456789012:certificate/11111111-1111-4111-8111-111111111111 " has no certificate id of letters, digits and hyphens. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a trailing newline after the certificate",
    certified(`arn:aws:acm:us-east-1:123456789012:certificate/${id}\n`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-east-1:123456789012:certificate/11111111-1111-4111-8111-111111111111\\n" is not an ARN. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a blank before the certificate",
    certified(` arn:aws:acm:us-east-1:123456789012:certificate/${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn " arn:aws:acm:us-east-1:123456789012:certificate/11111111-1111-4111-8111-111111111111" is not an ARN. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "a zero-width space in the certificate's id",
    certified(`arn:aws:acm:us-east-1:123456789012:certificate/\u200b${id}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-east-1:123456789012:certificate/\\u{200b}11111111-1111-4111-8111-111111111111" has no certificate id of letters, digits and hyphens. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>. It holds "\\u{200b}" (U+200B)',
    },
  ],
  [
    "a wildcard for a certificate",
    certified("arn:aws:acm:us-east-1:123456789012:certificate/*"),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-east-1:123456789012:certificate/*" has no certificate id of letters, digits and hyphens. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "two certificates",
    certified(`${certificate("a")},${certificate("b")}`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "arn:aws:acm:us-east-1:123456789012:certificate/aaaaaaaa-0000-0000-0000-000000000000,arn:aws:acm:us-… (167 characters) has no certificate id of letters, digits and hyphens. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
  [
    "quotes round the certificate",
    certified(`"${certificate("a")}"`),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn "\\"arn:aws:acm:us-east-1:123456789012:certificate/aaaaaaaa-0000-0000-0000-000000000000\\"" is not an ARN. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  ],
];

const securityPolicies: BadInput[] = [
  [
    "a security policy that is empty",
    withPolicy(""),
    {
      "customDomainConfig.securityPolicy":
        'customDomainConfig.securityPolicy is ""; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025',
    },
  ],
  [
    "a security policy in lower case",
    withPolicy("tls_v1_2_2021"),
    {
      "customDomainConfig.securityPolicy":
        'customDomainConfig.securityPolicy is "tls_v1_2_2021"; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025',
    },
  ],
  [
    "a security policy with a blank",
    withPolicy("TLS_V1_2_2021 "),
    {
      "customDomainConfig.securityPolicy":
        'customDomainConfig.securityPolicy is "TLS_V1_2_2021 "; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025',
    },
  ],
  [
    "a security policy with a trailing newline",
    withPolicy("TLS_V1_2_2021\n"),
    {
      "customDomainConfig.securityPolicy":
        'customDomainConfig.securityPolicy is "TLS_V1_2_2021\\n"; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025',
    },
  ],
  [
    "a security policy of CloudFront",
    withPolicy("TLSv1.2_2021"),
    {
      "customDomainConfig.securityPolicy":
        'customDomainConfig.securityPolicy is "TLSv1.2_2021"; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025',
    },
  ],
  [
    "a security policy of a load balancer",
    withPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06"),
    {
      "customDomainConfig.securityPolicy":
        'customDomainConfig.securityPolicy is "ELBSecurityPolicy-TLS13-1-2-2021-06"; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025',
    },
  ],
  [
    "a security policy that is a number",
    withPolicy(1.2),
    {
      "customDomainConfig.securityPolicy":
        "customDomainConfig.securityPolicy is 1.2; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025",
    },
  ],
  [
    "a security policy that is a boolean",
    withPolicy(true),
    {
      "customDomainConfig.securityPolicy":
        "customDomainConfig.securityPolicy is true; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025",
    },
  ],
  [
    "a security policy that is a list",
    withPolicy(["TLS_V1_2_2021"]),
    {
      "customDomainConfig.securityPolicy":
        'customDomainConfig.securityPolicy is ["TLS_V1_2_2021"]; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025',
    },
  ],
  [
    "a security policy with a look-alike",
    withPolicy("TLS_V1_2_2\u041e21"),
    {
      "customDomainConfig.securityPolicy":
        'customDomainConfig.securityPolicy is "TLS_V1_2_2\u041e21"; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025. It holds "\u041e" (U+041E)',
    },
  ],
  [
    "a security policy of every object",
    withPolicy("constructor"),
    {
      "customDomainConfig.securityPolicy":
        'customDomainConfig.securityPolicy is "constructor"; allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025',
    },
  ],
  [
    "a security policy of a megabyte",
    withPolicy("T".repeat(1_000_000)),
    {
      "customDomainConfig.securityPolicy":
        'customDomainConfig.securityPolicy is "TTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT… (1000000 characters); allowed: TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025',
    },
  ],
  ["a security policy that is null, which is none", withPolicy(null), {}],
  [
    "a security policy that is deprecated",
    withPolicy("TLS_V1"),
    {},
    [
      'auth.example.com: customDomainConfig.securityPolicy "TLS_V1" lets browsers sign in over TLS 1.0 and 1.1, which are deprecated (RFC 8996): prefer TLS_V1_2_2021',
    ],
  ],
  [
    "a security policy without a certificate",
    configuredAs({ securityPolicy: "TLS_V1_2_2021" }),
    {
      "customDomainConfig.certificateArn":
        'customDomainConfig.certificateArn is missing. The ACM certificate, in us-east-1. For example "arn:aws:acm:us-east-1:<account>:certificate/<id>".',
    },
  ],
  [
    "a deprecated policy beside a domain that is an object",
    custom({
      domain: {},
      customDomainConfig: { certificateArn: certificate("a"), securityPolicy: "TLS_V1" },
    }),
    {
      domain:
        "domain is {}; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
    },
    [
      'user pool domain: customDomainConfig.securityPolicy "TLS_V1" lets browsers sign in over TLS 1.0 and 1.1, which are deprecated (RFC 8996): prefer TLS_V1_2_2021',
    ],
  ],
  [
    "a deprecated policy beside a domain that is too long",
    custom({
      domain: "a".repeat(500),
      customDomainConfig: { certificateArn: certificate("a"), securityPolicy: "TLS_V1" },
    }),
    {
      domain:
        'domain "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… (500 characters) has 500 characters; the service takes at most 63',
    },
    [
      '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… (500 characters): customDomainConfig.securityPolicy "TLS_V1" lets browsers sign in over TLS 1.0 and 1.1, which are deprecated (RFC 8996): prefer TLS_V1_2_2021',
    ],
  ],
];

export const customDomainConfigs = [...configurations, ...certificates, ...securityPolicies];
