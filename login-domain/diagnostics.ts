import { diagnosis } from "../provider/errors/diagnosis";

interface OfComponent {
  readonly component: string;
}

/** What a `LoginDomain` can't be made of. */
export const impossibleArgs = {
  oldAws: diagnosis({
    says: ({ component, version }: OfComponent & { version: string }) =>
      `LoginDomain ${component} needs version 7 of @pulumi/aws, and this program has ${version}, which would make the certificate in the stack's Region instead of us-east-1.`,
    wayOut: () => "Run npm install @pulumi/aws@7.",
    cause: "Resources have an input `region` since version 7.",
    example: { component: "login", version: "6.83.4" },
  }),
  missingInput: diagnosis({
    says: ({ component, input, like }: OfComponent & { input: string; like: string }) =>
      `LoginDomain ${component} has no ${input}: give one such as ${like}.`,
    cause: "The argument is left out, or what it is read from, such as an environment variable, isn't there.",
    unsaid: "Give it, or find out why it is undefined.",
    example: { component: "login", input: "domain", like: "auth.example.com" },
  }),
  noZone: diagnosis({
    says: ({ component }: OfComponent) => `LoginDomain ${component} has no hostedZoneId:`,
    wayOut: () =>
      "give that of the domain's public hosted zone in Route 53, or dns: false and a certificateArn.",
    cause: "Its records have to be made somewhere, unless the program says that they are not.",
    example: { component: "login" },
  }),
  noCertificate: diagnosis({
    says: ({ component }: OfComponent) => `LoginDomain ${component} has dns: false and no certificateArn:`,
    wayOut: () => "give that of an issued ACM certificate for the domain, in us-east-1.",
    cause:
      "A certificate is issued once DNS shows that its names are yours, and without DNS nothing shows it.",
    example: { component: "login" },
  }),
  zoneWithoutDns: diagnosis({
    says: ({ component, inputs }: OfComponent & { inputs: readonly string[] }) =>
      `LoginDomain ${component} has dns: false, and beside it ${inputs.join(" and ")}, which would be used for nothing.`,
    wayOut: ({ inputs }) => `Leave ${inputs.length > 1 ? "those" : "that"} out, or dns.`,
    cause: "`dns: false` is for a zone that is elsewhere.",
    example: { component: "login", inputs: ["hostedZoneId"] },
  }),
  namesOfGivenCertificate: diagnosis({
    says: ({ component }: OfComponent) =>
      `LoginDomain ${component} has a certificateArn and subjectAlternativeNames: they are for a certificate that is issued here.`,
    wayOut: () => "Leave one of the two out.",
    cause: "A certificate that is there already has its names.",
    example: { component: "login" },
  }),
  namesNotText: diagnosis({
    says: ({ component, given }: OfComponent & { given: string }) =>
      `LoginDomain ${component} has subjectAlternativeNames that aren't an array of texts, but ${given}:`,
    wayOut: () =>
      "each of them names a record, so that outputs of other resources can't be among them. Take names from the program or its configuration.",
    cause: "Pulumi has to know what a resource is called before anything is made.",
    example: { component: "login", given: "an output" },
  }),
  twoWaysToFailOver: diagnosis({
    says: ({ component }: OfComponent) =>
      `LoginDomain ${component} has failover and routing: failover makes the health check, routing takes one that is there.`,
    wayOut: () => "Leave one of the two out.",
    cause: "One health check decides.",
    example: { component: "login" },
  }),
};

/** What comes out while the parts of a `LoginDomain` are put together. */
export const partsThatDoNotFit = {
  outsideOfZone: diagnosis({
    says: ({ component, name, zone, zoneId }: OfComponent & { name: string; zone: string; zoneId: string }) =>
      `LoginDomain ${component} needs a record for ${name}, which the hosted zone ${zoneId} can't hold: it is that of ${zone}, for ${zone} and names that end with .${zone}.`,
    wayOut: () =>
      "Give the zone of that name. Where only parentPlaceholder or subjectAlternativeNames need it, leave that out, and make the record or the certificate beside this component.",
    cause:
      "Another zone's id, or a zone of its own for the domain, where the parent belongs to another. The provider would put the zone's name behind the record's, and nobody would ask for that record.",
    example: {
      component: "login",
      name: "example.com",
      zone: "auth.example.com",
      zoneId: "Z0123456789ABCDEFGHIJ",
    },
  }),
  privateZone: diagnosis({
    says: ({ component, zone, zoneId }: OfComponent & { zone: string; zoneId: string }) =>
      `LoginDomain ${component} has ${zoneId}, the private hosted zone of ${zone}: neither ACM nor browsers see its records.`,
    wayOut: () => "Give the id of the public zone of that name.",
    cause: "A name can have a public and a private zone.",
    example: { component: "login", zone: "example.com", zoneId: "Z0123456789ABCDEFGHIJ" },
  }),
  unnamedByCertificate: diagnosis({
    says: ({
      component,
      certificateName,
      names,
    }: OfComponent & { certificateName: string; names: readonly string[] }) =>
      `The certificate of LoginDomain ${component} names a validation record for ${names.join(", ") || "no name"}, and none for ${certificateName}.`,
    wayOut: () =>
      "Take what changes its names or its validation out of transform.certificate. If there is no such thing, ACM was slow: run pulumi refresh, and pulumi up again.",
    cause:
      "A transform made the certificate for other names, or for validation by e-mail; or ACM had not named the records of all names when the certificate was read.",
    example: { component: "login", certificateName: "auth.example.com", names: ["*.example.com"] },
  }),
  sharedRecord: diagnosis({
    says: ({ component, domain }: OfComponent & { domain: string }) =>
      `LoginDomain ${component} has ${domain} in subjectAlternativeNames, itself or with *. before it, and gives its domain as an output: two resources would manage the same validation record.`,
    wayOut: () => "Leave it out there, or give the domain as text.",
    cause:
      "A name and its wildcard have one validation record. That they are the same can't be known while the domain isn't.",
    example: { component: "login", domain: "auth.example.com" },
  }),
  noPrimaryRegion: diagnosis({
    says: ({ component, userPoolId }: OfComponent & { userPoolId: string }) =>
      `LoginDomain ${component} can't tell the primary Region from the userPoolId ${userPoolId}, which should begin with it, as us-east-1_AbCdEf123 does:`,
    wayOut: () => "correct it, or make the health check beside this component and give its id in routing.",
    cause: "The health check reads the pool's public keys at a host that has the Region in its name.",
    example: { component: "login", userPoolId: "my-pool" },
  }),
  transformReturns: diagnosis({
    says: ({ resource }: { resource: string }) =>
      `The transform of ${resource} returns an object, which goes nowhere.`,
    wayOut: () => "Have it change its arguments and options where they are, before it returns.",
    cause:
      "The function is written as those of Pulumi's option `transforms` are, which return what they change; or it is `async`.",
    example: { resource: "login-certificate" },
  }),
};
