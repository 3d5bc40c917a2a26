import { type BadConfiguration, configured } from "./table";

const cognitoAt = (address: unknown) => configured("endpoints", [{ cognitoidp: address }]);

const endpoints: BadConfiguration[] = [
  [
    "endpoints that are no JSON",
    configured("endpoints", "http://localhost:9229"),
    {
      "aws:endpoints":
        "The stack configuration aws:endpoints is not valid JSON. Set it with: pulumi config set --path 'aws:endpoints[0].cognitoidp' <value>",
    },
  ],
  [
    "endpoints that are a list of addresses",
    configured("endpoints", ["http://localhost:9229"]),
    {
      "aws:endpoints[0]":
        "The stack configuration aws:endpoints[0] is not an object. Set it with: pulumi config set --path 'aws:endpoints[0].<part>' <value>",
    },
  ],
  [
    "endpoints that are null",
    configured("endpoints", "null"),
    {
      "aws:endpoints[0]":
        "The stack configuration aws:endpoints[0] is not an object. Set it with: pulumi config set --path 'aws:endpoints[0].<part>' <value>",
    },
  ],
  [
    "an endpoint that is empty",
    cognitoAt(""),
    {
      "aws:endpoints[0].cognitoidp":
        "The stack configuration aws:endpoints[0].cognitoidp is \"\"; expected an address such as http://127.0.0.1:9229. Set it with: pulumi config set --path 'aws:endpoints[0].cognitoidp' <value>",
    },
  ],
  [
    "an endpoint without a scheme",
    cognitoAt("localhost:9229"),
    {
      "aws:endpoints[0].cognitoidp":
        "The stack configuration aws:endpoints[0].cognitoidp is \"localhost:9229\"; expected an address such as http://127.0.0.1:9229. Set it with: pulumi config set --path 'aws:endpoints[0].cognitoidp' <value>",
    },
  ],
  [
    "an endpoint of another scheme",
    cognitoAt("ftp://localhost"),
    {
      "aws:endpoints[0].cognitoidp":
        "The stack configuration aws:endpoints[0].cognitoidp is \"ftp://localhost\"; expected an address such as http://127.0.0.1:9229. Set it with: pulumi config set --path 'aws:endpoints[0].cognitoidp' <value>",
    },
  ],
  [
    "an endpoint with nothing after the scheme",
    cognitoAt("http://"),
    {
      "aws:endpoints[0].cognitoidp":
        "The stack configuration aws:endpoints[0].cognitoidp is \"http://\"; expected an address such as http://127.0.0.1:9229. Set it with: pulumi config set --path 'aws:endpoints[0].cognitoidp' <value>",
    },
  ],
  [
    "an endpoint with a port that is too high",
    cognitoAt("http://localhost:99999"),
    {
      "aws:endpoints[0].cognitoidp":
        "The stack configuration aws:endpoints[0].cognitoidp is \"http://localhost:99999\"; expected an address such as http://127.0.0.1:9229. Set it with: pulumi config set --path 'aws:endpoints[0].cognitoidp' <value>",
    },
  ],
  [
    "an endpoint that is a number",
    cognitoAt(9229),
    {
      "aws:endpoints[0].cognitoidp":
        "The stack configuration aws:endpoints[0].cognitoidp is not text. Set it with: pulumi config set --path 'aws:endpoints[0].cognitoidp' <value>",
    },
  ],
  [
    "an endpoint that is null",
    cognitoAt(null),
    {
      "aws:endpoints[0].cognitoidp":
        "The stack configuration aws:endpoints[0].cognitoidp is not text. Set it with: pulumi config set --path 'aws:endpoints[0].cognitoidp' <value>",
    },
  ],
  [
    "an endpoint that is an object",
    cognitoAt({ url: "hunter2" }),
    {
      "aws:endpoints[0].cognitoidp":
        "The stack configuration aws:endpoints[0].cognitoidp is not text. Set it with: pulumi config set --path 'aws:endpoints[0].cognitoidp' <value>",
    },
  ],
  [
    "an endpoint that is a list",
    cognitoAt(["http://me:hunter2@localhost"]),
    {
      "aws:endpoints[0].cognitoidp":
        "The stack configuration aws:endpoints[0].cognitoidp is not text. Set it with: pulumi config set --path 'aws:endpoints[0].cognitoidp' <value>",
    },
  ],
  [
    "an endpoint with a password and without a scheme",
    cognitoAt("me:hunter2@localhost"),
    {
      "aws:endpoints[0].cognitoidp":
        "The stack configuration aws:endpoints[0].cognitoidp is \"***@localhost\"; expected an address such as http://127.0.0.1:9229. Set it with: pulumi config set --path 'aws:endpoints[0].cognitoidp' <value>",
    },
  ],
  [
    "an endpoint of a megabyte",
    cognitoAt(`ftp://${"h".repeat(1_000_000)}`),
    {
      "aws:endpoints[0].cognitoidp":
        "The stack configuration aws:endpoints[0].cognitoidp is \"ftp://hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh… (1000006 characters); expected an address such as http://127.0.0.1:9229. Set it with: pulumi config set --path 'aws:endpoints[0].cognitoidp' <value>",
    },
  ],
  [
    "a service by the name of the SDK",
    configured("endpoints", [{ "cognito-idp": "http://localhost" }]),
    {
      "aws:endpoints":
        "The stack configuration aws:endpoints has \"cognito-idp\", which is no service's name. Amazon Cognito user pools are cognitoidp, and STS is sts: pulumi config set --path 'aws:endpoints[0].cognitoidp' <address>",
    },
  ],
  [
    "a service in upper case",
    configured("endpoints", [{ CognitoIDP: "http://localhost" }]),
    {
      "aws:endpoints":
        "The stack configuration aws:endpoints has \"CognitoIDP\", which is no service's name. Amazon Cognito user pools are cognitoidp, and STS is sts: pulumi config set --path 'aws:endpoints[0].cognitoidp' <address>",
    },
  ],
  [
    "a service with two letters changed round",
    configured("endpoints", [{ congitoidp: "http://localhost" }]),
    {
      "aws:endpoints":
        "The stack configuration aws:endpoints has \"congitoidp\", which is no service's name. Amazon Cognito user pools are cognitoidp, and STS is sts: pulumi config set --path 'aws:endpoints[0].cognitoidp' <address>",
    },
  ],
  [
    "STS in upper case",
    configured("endpoints", [{ STS: "http://localhost" }]),
    {
      "aws:endpoints":
        "The stack configuration aws:endpoints has \"STS\", which is no service's name. Amazon Cognito user pools are cognitoidp, and STS is sts: pulumi config set --path 'aws:endpoints[0].cognitoidp' <address>",
    },
  ],
  ["another service, which isn't called", configured("endpoints", [{ s3: "http://localhost" }]), {}],
];

const proxies: BadConfiguration[] = [
  [
    "a proxy with nothing after the scheme",
    configured("httpsProxy", "http://"),
    {
      "aws:httpsProxy":
        'The stack configuration aws:httpsProxy is "http://"; expected an address such as http://proxy.example.com:3128. Set it with: pulumi config set aws:httpsProxy <value>',
    },
  ],
  [
    "a proxy of another scheme",
    configured("httpProxy", "socks5://proxy.example.com:1080"),
    {
      "aws:httpProxy":
        'The stack configuration aws:httpProxy is "socks5://proxy.example.com:1080"; expected an address such as http://proxy.example.com:3128. Set it with: pulumi config set aws:httpProxy <value>',
    },
  ],
  [
    "a proxy with a path",
    configured("httpsProxy", "http://proxy.example.com/path"),
    {
      "aws:httpsProxy":
        'The stack configuration aws:httpsProxy is "http://proxy.example.com/path"; expected an address such as http://proxy.example.com:3128. Set it with: pulumi config set aws:httpsProxy <value>',
    },
  ],
  [
    "a proxy with a port that is none",
    configured("httpsProxy", "proxy.example.com:port"),
    {
      "aws:httpsProxy":
        'The stack configuration aws:httpsProxy is "proxy.example.com:***"; expected an address such as http://proxy.example.com:3128. Set it with: pulumi config set aws:httpsProxy <value>',
    },
  ],
  [
    "a proxy with a blank inside",
    configured("httpsProxy", "proxy example.com"),
    {
      "aws:httpsProxy":
        'The stack configuration aws:httpsProxy is "proxy example.com"; expected an address such as http://proxy.example.com:3128. Set it with: pulumi config set aws:httpsProxy <value>',
    },
  ],
  [
    "a proxy with a password and of another scheme",
    configured("httpProxy", "ftp://me:hunter2@proxy.example.com"),
    {
      "aws:httpProxy":
        'The stack configuration aws:httpProxy is "***@proxy.example.com"; expected an address such as http://proxy.example.com:3128. Set it with: pulumi config set aws:httpProxy <value>',
    },
  ],
  [
    "a proxy whose password has a slash",
    configured("httpProxy", "http://me:/hunter2@proxy.example.com:port"),
    {
      "aws:httpProxy":
        'The stack configuration aws:httpProxy is "***@proxy.example.com:***"; expected an address such as http://proxy.example.com:3128. Set it with: pulumi config set aws:httpProxy <value>',
    },
  ],
  [
    "a proxy whose at sign is encoded",
    configured("httpsProxy", "http://me:hunter2%40proxy.example.com:3128"),
    {
      "aws:httpsProxy":
        'The stack configuration aws:httpsProxy is "***@proxy.example.com:3128"; expected an address such as http://proxy.example.com:3128. Set it with: pulumi config set aws:httpsProxy <value>',
    },
  ],
  [
    "a proxy with a password and without a host",
    configured("httpsProxy", "http://me:hunter2"),
    {
      "aws:httpsProxy":
        'The stack configuration aws:httpsProxy is "http://me:***"; expected an address such as http://proxy.example.com:3128. Set it with: pulumi config set aws:httpsProxy <value>',
    },
  ],
];

const theRest: BadConfiguration[] = [
  [
    "retries in words",
    configured("maxRetries", "many"),
    {
      "aws:maxRetries":
        'The stack configuration aws:maxRetries is "many"; expected a whole number from 0 to 999. Set it with: pulumi config set aws:maxRetries <value>',
    },
  ],
  [
    "negative retries",
    configured("maxRetries", "-1"),
    {
      "aws:maxRetries":
        'The stack configuration aws:maxRetries is "-1"; expected a whole number from 0 to 999. Set it with: pulumi config set aws:maxRetries <value>',
    },
  ],
  [
    "retries that are a fraction",
    configured("maxRetries", "1.5"),
    {
      "aws:maxRetries":
        'The stack configuration aws:maxRetries is "1.5"; expected a whole number from 0 to 999. Set it with: pulumi config set aws:maxRetries <value>',
    },
  ],
  [
    "1000 retries",
    configured("maxRetries", "1000"),
    {
      "aws:maxRetries":
        'The stack configuration aws:maxRetries is "1000"; expected a whole number from 0 to 999. Set it with: pulumi config set aws:maxRetries <value>',
    },
  ],
  [
    "retries with a blank",
    configured("maxRetries", " 3"),
    {
      "aws:maxRetries":
        'The stack configuration aws:maxRetries is " 3"; expected a whole number from 0 to 999. Set it with: pulumi config set aws:maxRetries <value>',
    },
  ],
  [
    "retries in full-width digits",
    configured("maxRetries", "\uff13"),
    {
      "aws:maxRetries":
        'The stack configuration aws:maxRetries is "\uff13"; expected a whole number from 0 to 999. It holds "\uff13" (U+FF13). Set it with: pulumi config set aws:maxRetries <value>',
    },
  ],
  [
    "retries in a list",
    configured("maxRetries", [3]),
    {
      "aws:maxRetries":
        'The stack configuration aws:maxRetries is "[3]"; expected a whole number from 0 to 999. Set it with: pulumi config set aws:maxRetries <value>',
    },
  ],
  [
    "a megabyte of retries",
    configured("maxRetries", "9".repeat(1_000_000)),
    {
      "aws:maxRetries":
        'The stack configuration aws:maxRetries is "999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999… (1000000 characters); expected a whole number from 0 to 999. Set it with: pulumi config set aws:maxRetries <value>',
    },
  ],
  [
    "a retry mode that is no more",
    configured("retryMode", "legacy"),
    {
      "aws:retryMode":
        'The stack configuration aws:retryMode is "legacy"; expected standard or adaptive. Set it with: pulumi config set aws:retryMode <value>',
    },
  ],
  [
    "a retry mode in upper case",
    configured("retryMode", "Standard"),
    {
      "aws:retryMode":
        'The stack configuration aws:retryMode is "Standard"; expected standard or adaptive. Set it with: pulumi config set aws:retryMode <value>',
    },
  ],
  [
    "a boolean in upper case",
    configured("useFipsEndpoint", "True"),
    {
      "aws:useFipsEndpoint":
        'The stack configuration aws:useFipsEndpoint is "True"; expected true or false. Set it with: pulumi config set aws:useFipsEndpoint <value>',
    },
  ],
  [
    "a boolean that is a number",
    configured("useDualstackEndpoint", "1"),
    {
      "aws:useDualstackEndpoint":
        'The stack configuration aws:useDualstackEndpoint is "1"; expected true or false. Set it with: pulumi config set aws:useDualstackEndpoint <value>',
    },
  ],
  [
    "a boolean in words",
    configured("insecure", "yes"),
    {
      "aws:insecure":
        'The stack configuration aws:insecure is "yes"; expected true or false. Set it with: pulumi config set aws:insecure <value>',
    },
  ],
  [
    "a boolean with a trailing newline",
    configured("insecure", "true\n"),
    {
      "aws:insecure":
        'The stack configuration aws:insecure is "true\\n"; expected true or false. Set it with: pulumi config set aws:insecure <value>',
    },
  ],
  [
    "two files of configuration",
    configured("sharedConfigFiles", ["a", "b"]),
    {
      "aws:sharedConfigFiles":
        'The stack configuration aws:sharedConfigFiles is ["a","b"]; expected a list of exactly one file, which is what the AWS SDK for JavaScript reads. Set it with: pulumi config set --path \'aws:sharedConfigFiles[0]\' <value>',
    },
  ],
  [
    "no file of configuration",
    configured("sharedConfigFiles", []),
    {
      "aws:sharedConfigFiles":
        "The stack configuration aws:sharedConfigFiles is []; expected a list of exactly one file, which is what the AWS SDK for JavaScript reads. Set it with: pulumi config set --path 'aws:sharedConfigFiles[0]' <value>",
    },
  ],
  [
    "a file of configuration without a name",
    configured("sharedConfigFiles", [""]),
    {
      "aws:sharedConfigFiles":
        "The stack configuration aws:sharedConfigFiles is [\"\"]; expected a list of exactly one file, which is what the AWS SDK for JavaScript reads. Set it with: pulumi config set --path 'aws:sharedConfigFiles[0]' <value>",
    },
  ],
  [
    "a file of configuration outside of a list",
    configured("sharedConfigFiles", "~/.aws/config"),
    {
      "aws:sharedConfigFiles":
        "The stack configuration aws:sharedConfigFiles is not valid JSON. Set it with: pulumi config set --path 'aws:sharedConfigFiles[0]' <value>",
    },
  ],
  [
    "a file of credentials that is a list",
    configured("sharedCredentialsFiles", [["a"]]),
    {
      "aws:sharedCredentialsFiles[0]":
        "The stack configuration aws:sharedCredentialsFiles[0] is not text. Set it with: pulumi config set --path 'aws:sharedCredentialsFiles[0]' <value>",
    },
  ],
];

export const configuredTransport = [...endpoints, ...proxies, ...theRest];
