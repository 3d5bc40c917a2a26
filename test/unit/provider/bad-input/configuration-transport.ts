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
  [
    "an endpoint whose name is longer than names can be",
    configured("endpoints", [{ cognitoidp: `http://${"e".repeat(254)}` }]),
    {
      "aws:endpoints[0].cognitoidp":
        "The stack configuration aws:endpoints[0].cognitoidp is \"http://eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee… (261 characters); expected an address such as http://127.0.0.1:9229. Set it with: pulumi config set --path 'aws:endpoints[0].cognitoidp' <value>",
    },
  ],
  [
    "a service's name of a megabyte",
    configured("endpoints", [{ ["cognito".repeat(150_000)]: "http://localhost" }]),
    {
      "aws:endpoints":
        "The stack configuration aws:endpoints has \"cognitocognitocognitocognitocognitocognitocognitocognitocognitocognitocognitocognitocognitocognitoc… (1050000 characters), which is no service's name. Amazon Cognito user pools are cognitoidp, and STS is sts: pulumi config set --path 'aws:endpoints[0].cognitoidp' <address>",
    },
  ],
  [
    "a service's name of a megabyte, with an address that is none",
    configured("endpoints", [{ ["s3".repeat(500_000)]: "localhost" }]),
    {
      'aws:endpoints[0]."s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s… (1000000 characters)':
        'The stack configuration aws:endpoints[0]."s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s… (1000000 characters) is "localhost"; expected an address such as http://127.0.0.1:9229. Set it with: pulumi config set --path \'aws:endpoints[0]."s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s3s… (1000000 characters)\' <value>',
    },
  ],
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
  [
    "a proxy of a megabyte",
    configured("httpProxy", `http://me:hunter2@${"p".repeat(1_000_000)}`),
    {
      "aws:httpProxy":
        'The stack configuration aws:httpProxy is "***@ppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp… (1000004 characters); expected an address such as http://proxy.example.com:3128. Set it with: pulumi config set aws:httpProxy <value>',
    },
  ],
  [
    "a proxy whose name is longer than names can be",
    configured("httpProxy", `http://${"proxy.".repeat(42)}example.com:3128`),
    {
      "aws:httpProxy":
        'The stack configuration aws:httpProxy is "http://proxy.proxy.proxy.proxy.proxy.proxy.proxy.proxy.proxy.proxy.proxy.proxy.proxy.proxy.proxy.pr… (275 characters); expected an address such as http://proxy.example.com:3128. Set it with: pulumi config set aws:httpProxy <value>',
    },
  ],
  [
    "a proxy of a megabyte, for HTTPS",
    configured("httpsProxy", "p".repeat(1_000_000)),
    {
      "aws:httpsProxy":
        'The stack configuration aws:httpsProxy is "ppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp… (1000000 characters); expected an address such as http://proxy.example.com:3128. Set it with: pulumi config set aws:httpsProxy <value>',
    },
  ],
];

const hostsPastTheProxy: BadConfiguration[] = [
  [
    "hosts past the proxy with a line break",
    configured("noProxy", "example.com\nexample.org"),
    {
      "aws:noProxy":
        'The stack configuration aws:noProxy is "example.com\\nexample.org"; expected hosts, separated by commas: names such as .example.com, with a port or without, addresses, or ranges such as 10.0.0.0/8. Set it with: pulumi config set aws:noProxy <value>',
    },
  ],
  [
    "hosts past the proxy with a tab",
    configured("noProxy", "example.com,\texample.org"),
    {
      "aws:noProxy":
        'The stack configuration aws:noProxy is "\\texample.org"; expected hosts, separated by commas: names such as .example.com, with a port or without, addresses, or ranges such as 10.0.0.0/8. Set it with: pulumi config set aws:noProxy <value>',
    },
  ],
  [
    "hosts past the proxy by their addresses",
    configured("noProxy", "http://example.com"),
    {
      "aws:noProxy":
        'The stack configuration aws:noProxy is "http://example.com"; expected hosts, separated by commas: names such as .example.com, with a port or without, addresses, or ranges such as 10.0.0.0/8. Set it with: pulumi config set aws:noProxy <value>',
    },
  ],
  [
    "hosts past the proxy with a password",
    configured("noProxy", "localhost,me:hunter2@example.com"),
    {
      "aws:noProxy":
        'The stack configuration aws:noProxy is "***@example.com"; expected hosts, separated by commas: names such as .example.com, with a port or without, addresses, or ranges such as 10.0.0.0/8. Set it with: pulumi config set aws:noProxy <value>',
    },
  ],
  [
    "hosts past the proxy with a path",
    configured("noProxy", "example.com/internal"),
    {
      "aws:noProxy":
        'The stack configuration aws:noProxy is "example.com/internal"; expected hosts, separated by commas: names such as .example.com, with a port or without, addresses, or ranges such as 10.0.0.0/8. Set it with: pulumi config set aws:noProxy <value>',
    },
  ],
  [
    "hosts past the proxy with a range that is none",
    configured("noProxy", "10.0.0.0/33"),
    {
      "aws:noProxy":
        'The stack configuration aws:noProxy is "10.0.0.0/33"; expected hosts, separated by commas: names such as .example.com, with a port or without, addresses, or ranges such as 10.0.0.0/8. Set it with: pulumi config set aws:noProxy <value>',
    },
  ],
  [
    "hosts past the proxy with a star inside",
    configured("noProxy", "10.*,*.internal"),
    {
      "aws:noProxy":
        'The stack configuration aws:noProxy is "10.*"; expected hosts, separated by commas: names such as .example.com, with a port or without, addresses, or ranges such as 10.0.0.0/8. Set it with: pulumi config set aws:noProxy <value>',
    },
  ],
  [
    "hosts past the proxy with a look-alike",
    configured("noProxy", "\u0435xample.com"),
    {
      "aws:noProxy":
        'The stack configuration aws:noProxy is "\u0435xample.com"; expected hosts, separated by commas: names such as .example.com, with a port or without, addresses, or ranges such as 10.0.0.0/8. It holds "\u0435" (U+0435). Set it with: pulumi config set aws:noProxy <value>',
    },
  ],
  [
    "hosts past the proxy in a list",
    configured("noProxy", ["example.com"]),
    {
      "aws:noProxy":
        'The stack configuration aws:noProxy is "[\\"example.com\\"]"; expected hosts, separated by commas: names such as .example.com, with a port or without, addresses, or ranges such as 10.0.0.0/8. Set it with: pulumi config set aws:noProxy <value>',
    },
  ],
  [
    "a host of a megabyte past the proxy",
    configured("noProxy", "n".repeat(1_000_000)),
    {
      "aws:noProxy":
        'The stack configuration aws:noProxy is "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn… (1000000 characters); expected hosts, separated by commas: names such as .example.com, with a port or without, addresses, or ranges such as 10.0.0.0/8. Set it with: pulumi config set aws:noProxy <value>',
    },
  ],
  [
    "hosts past the proxy, of every kind",
    configured(
      "noProxy",
      "localhost, .example.com,*.internal:8443 10.0.0.0/8,[::1]:443,fd00::/8,::1,10.1.2.3:80,_srv.example.com",
    ),
    {},
  ],
  ["every host past the proxy", configured("noProxy", "*"), {}],
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
  [
    "a retry mode that there is none of",
    configured("retryMode", "fast"),
    {
      "aws:retryMode":
        'The stack configuration aws:retryMode is "fast"; expected standard or adaptive. Set it with: pulumi config set aws:retryMode <value>',
    },
  ],
  [
    "a retry mode with a trailing newline",
    configured("retryMode", "adaptive\n"),
    {
      "aws:retryMode":
        'The stack configuration aws:retryMode is "adaptive\\n"; expected standard or adaptive. Set it with: pulumi config set aws:retryMode <value>',
    },
  ],
  [
    "a retry mode with a look-alike",
    configured("retryMode", "st\u0430ndard"),
    {
      "aws:retryMode":
        'The stack configuration aws:retryMode is "st\u0430ndard"; expected standard or adaptive. It holds "\u0430" (U+0430). Set it with: pulumi config set aws:retryMode <value>',
    },
  ],
  [
    "a FIPS endpoint in words",
    configured("useFipsEndpoint", "yes"),
    {
      "aws:useFipsEndpoint":
        'The stack configuration aws:useFipsEndpoint is "yes"; expected true or false. Set it with: pulumi config set aws:useFipsEndpoint <value>',
    },
  ],
  [
    "a FIPS endpoint that is a number",
    configured("useFipsEndpoint", "1"),
    {
      "aws:useFipsEndpoint":
        'The stack configuration aws:useFipsEndpoint is "1"; expected true or false. Set it with: pulumi config set aws:useFipsEndpoint <value>',
    },
  ],
  [
    "a FIPS endpoint with a blank",
    configured("useFipsEndpoint", "true "),
    {
      "aws:useFipsEndpoint":
        'The stack configuration aws:useFipsEndpoint is "true "; expected true or false. Set it with: pulumi config set aws:useFipsEndpoint <value>',
    },
  ],
  [
    "a FIPS endpoint in a list",
    configured("useFipsEndpoint", [true]),
    {
      "aws:useFipsEndpoint":
        'The stack configuration aws:useFipsEndpoint is "[true]"; expected true or false. Set it with: pulumi config set aws:useFipsEndpoint <value>',
    },
  ],
  [
    "a dual-stack endpoint in words",
    configured("useDualstackEndpoint", "on"),
    {
      "aws:useDualstackEndpoint":
        'The stack configuration aws:useDualstackEndpoint is "on"; expected true or false. Set it with: pulumi config set aws:useDualstackEndpoint <value>',
    },
  ],
  [
    "a dual-stack endpoint in upper case",
    configured("useDualstackEndpoint", "TRUE"),
    {
      "aws:useDualstackEndpoint":
        'The stack configuration aws:useDualstackEndpoint is "TRUE"; expected true or false. Set it with: pulumi config set aws:useDualstackEndpoint <value>',
    },
  ],
  [
    "a dual-stack endpoint with a trailing newline",
    configured("useDualstackEndpoint", "true\n"),
    {
      "aws:useDualstackEndpoint":
        'The stack configuration aws:useDualstackEndpoint is "true\\n"; expected true or false. Set it with: pulumi config set aws:useDualstackEndpoint <value>',
    },
  ],
  [
    "a dual-stack endpoint that is null",
    configured("useDualstackEndpoint", "null"),
    {
      "aws:useDualstackEndpoint":
        'The stack configuration aws:useDualstackEndpoint is "null"; expected true or false. Set it with: pulumi config set aws:useDualstackEndpoint <value>',
    },
  ],
  [
    "a boolean with a look-alike",
    configured("insecure", "tru\u0435"),
    {
      "aws:insecure":
        'The stack configuration aws:insecure is "tru\u0435"; expected true or false. It holds "\u0435" (U+0435). Set it with: pulumi config set aws:insecure <value>',
    },
  ],
  [
    "a boolean that is 0",
    configured("insecure", "0"),
    {
      "aws:insecure":
        'The stack configuration aws:insecure is "0"; expected true or false. Set it with: pulumi config set aws:insecure <value>',
    },
  ],
  [
    "a boolean in an object",
    configured("insecure", { value: true }),
    {
      "aws:insecure":
        'The stack configuration aws:insecure is "{\\"value\\":true}"; expected true or false. Set it with: pulumi config set aws:insecure <value>',
    },
  ],
];

export const configuredTransport = [...endpoints, ...proxies, ...hostsPastTheProxy, ...theRest];
