import { type BadConfiguration, configured } from "./table";

/** Relative paths are taken from the folder that tests run in, that of this repository. */
export const configuredFiles: BadConfiguration[] = [
  [
    "a bundle that isn't there",
    configured("customCaBundle", "no-such-bundle.pem"),
    {
      "aws:customCaBundle":
        'The stack configuration aws:customCaBundle is "no-such-bundle.pem"; expected a file that can be read, but there is no such file. Set it with: pulumi config set aws:customCaBundle <value>',
    },
  ],
  [
    "a bundle that is a folder",
    configured("customCaBundle", "test"),
    {
      "aws:customCaBundle":
        'The stack configuration aws:customCaBundle is "test"; expected a file that can be read, but it is a folder. Set it with: pulumi config set aws:customCaBundle <value>',
    },
  ],
  [
    "a bundle below a file",
    configured("customCaBundle", "package.json/bundle.pem"),
    {
      "aws:customCaBundle":
        'The stack configuration aws:customCaBundle is "package.json/bundle.pem"; expected a file that can be read, but there is no such file. Set it with: pulumi config set aws:customCaBundle <value>',
    },
  ],
  [
    "a bundle with no certificate in it",
    configured("customCaBundle", "package.json"),
    {
      "aws:customCaBundle":
        'The stack configuration aws:customCaBundle is "package.json"; expected a file with certificates in PEM form, but it holds none. Set it with: pulumi config set aws:customCaBundle <value>',
    },
  ],
  [
    "a bundle with a trailing newline",
    configured("customCaBundle", "bundle.pem\n"),
    {
      "aws:customCaBundle":
        "The stack configuration aws:customCaBundle isn't what is expected: the path of a file, without line breaks (it is not shown here). Set it with: pulumi config set aws:customCaBundle <value>",
    },
  ],
  [
    "a bundle with a zero byte",
    configured("customCaBundle", "bundle.pem\0"),
    {
      "aws:customCaBundle":
        "The stack configuration aws:customCaBundle isn't what is expected: the path of a file, without line breaks (it is not shown here). Set it with: pulumi config set aws:customCaBundle <value>",
    },
  ],
  [
    "a bundle whose path is a megabyte",
    configured("customCaBundle", "b".repeat(1_000_000)),
    {
      "aws:customCaBundle":
        'The stack configuration aws:customCaBundle is "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb… (1000000 characters); expected a file that can be read, but no file has so long a path. Set it with: pulumi config set aws:customCaBundle <value>',
    },
  ],
  ["a bundle", configured("customCaBundle", "test/unit/aws/fixtures/loopback.crt"), {}],
  [
    "a file of configuration that isn't there",
    configured("sharedConfigFiles", ["no-such-config"]),
    {
      "aws:sharedConfigFiles[0]":
        "The stack configuration aws:sharedConfigFiles[0] is \"no-such-config\"; expected a file that can be read, but there is no such file. Set it with: pulumi config set --path 'aws:sharedConfigFiles[0]' <value>",
    },
  ],
  [
    "a file of configuration that is a folder",
    configured("sharedConfigFiles", ["test"]),
    {
      "aws:sharedConfigFiles[0]":
        "The stack configuration aws:sharedConfigFiles[0] is \"test\"; expected a file that can be read, but it is a folder. Set it with: pulumi config set --path 'aws:sharedConfigFiles[0]' <value>",
    },
  ],
  [
    "two files of credentials",
    configured("sharedCredentialsFiles", ["a", "b"]),
    {
      "aws:sharedCredentialsFiles":
        'The stack configuration aws:sharedCredentialsFiles is ["a","b"]; expected a list of exactly one file, which is what the AWS SDK for JavaScript reads. Set it with: pulumi config set --path \'aws:sharedCredentialsFiles[0]\' <value>',
    },
  ],
  [
    "files of credentials that are an object",
    configured("sharedCredentialsFiles", { file: "a" }),
    {
      "aws:sharedCredentialsFiles":
        "The stack configuration aws:sharedCredentialsFiles is not a list. Set it with: pulumi config set --path 'aws:sharedCredentialsFiles[0]' <value>",
    },
  ],
  [
    "a file of credentials outside of a list",
    configured("sharedCredentialsFiles", "~/.aws/credentials"),
    {
      "aws:sharedCredentialsFiles":
        "The stack configuration aws:sharedCredentialsFiles is not valid JSON. Set it with: pulumi config set --path 'aws:sharedCredentialsFiles[0]' <value>",
    },
  ],
  [
    "a file of credentials that isn't there",
    configured("sharedCredentialsFiles", ["no-such-credentials"]),
    {
      "aws:sharedCredentialsFiles[0]":
        "The stack configuration aws:sharedCredentialsFiles[0] is \"no-such-credentials\"; expected a file that can be read, but there is no such file. Set it with: pulumi config set --path 'aws:sharedCredentialsFiles[0]' <value>",
    },
  ],
  [
    "a file of credentials that is a folder",
    configured("sharedCredentialsFiles", ["test"]),
    {
      "aws:sharedCredentialsFiles[0]":
        "The stack configuration aws:sharedCredentialsFiles[0] is \"test\"; expected a file that can be read, but it is a folder. Set it with: pulumi config set --path 'aws:sharedCredentialsFiles[0]' <value>",
    },
  ],
  [
    "a file of credentials with a line break",
    configured("sharedCredentialsFiles", ["credentials\r\n"]),
    {
      "aws:sharedCredentialsFiles[0]":
        "The stack configuration aws:sharedCredentialsFiles[0] isn't what is expected: the path of a file, without line breaks (it is not shown here). Set it with: pulumi config set --path 'aws:sharedCredentialsFiles[0]' <value>",
    },
  ],
];
