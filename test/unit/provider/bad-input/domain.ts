import { unknownValue } from "../../../../provider/unknown";
import { type BadInput, custom, prefix } from "./table";

const prefixNamed = (domain: unknown) => prefix({ domain });
const customNamed = (domain: unknown) => custom({ domain });

/** What no name may be, whichever its kind. */
const anyNames: BadInput[] = [
  [
    "left out",
    { userPoolId: "us-east-1_AbCdEf123" },
    {
      domain:
        "domain is missing. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
    },
  ],
  [
    "null",
    prefixNamed(null),
    {
      domain:
        "domain is missing. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
    },
  ],
  [
    "empty",
    prefixNamed(""),
    { domain: 'domain "" is empty: give a prefix such as my-app, or a name such as auth.example.com' },
  ],
  [
    "a number",
    prefixNamed(7),
    {
      domain:
        "domain is 7; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
    },
  ],
  [
    "a boolean",
    prefixNamed(true),
    {
      domain:
        "domain is true; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
    },
  ],
  [
    "a list",
    prefixNamed(["my-app"]),
    {
      domain:
        'domain is ["my-app"]; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).',
    },
  ],
  [
    "an object",
    prefixNamed({ name: "my-app" }),
    {
      domain:
        'domain is {"name":"my-app"}; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).',
    },
  ],
  [
    "a date, which Pulumi passes as an object with nothing in it",
    prefixNamed({}),
    {
      domain:
        "domain is {}; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
    },
  ],
  [
    "a number, while the kind is unknown and routing depends on it",
    custom({ domain: 7, customDomainConfig: unknownValue, routing: { failover: unknownValue } }),
    {
      domain:
        "domain is 7; expected a string. The prefix (my-app), or with customDomainConfig the DNS name (auth.example.com).",
    },
  ],
  [
    "a megabyte",
    prefixNamed("a".repeat(1_000_000)),
    {
      domain:
        'domain "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… (1000000 characters) has 1000000 characters; the service takes at most 63',
    },
  ],
  [
    "a long value that would be cut within a character",
    prefixNamed("😀".repeat(80)),
    {
      domain:
        'domain "\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00… (160 characters) has 160 characters; the service takes at most 63. It holds "\ud83d\ude00" (U+1F600)',
    },
  ],
];

const prefixes: BadInput[] = [
  [
    "a prefix of 64 characters",
    prefixNamed("a".repeat(64)),
    {
      domain:
        'domain "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" has 64 characters; the service takes at most 63',
    },
  ],
  [
    "a prefix in upper case",
    prefixNamed("My-App"),
    { domain: 'domain "My-App" has upper-case letters: write "my-app"' },
  ],
  [
    "a prefix in upper case that would be refused in lower case too",
    prefixNamed("AWS-app"),
    {
      domain: 'domain "AWS-app" holds the text "aws", which the service reserves: choose a prefix without it',
    },
  ],
  [
    "a prefix with a reserved text within a word",
    prefixNamed("newcognito"),
    {
      domain:
        'domain "newcognito" holds the text "cognito", which the service reserves: choose a prefix without it',
    },
  ],
  [
    "a prefix with a reserved text, aws",
    prefixNamed("draws"),
    { domain: 'domain "draws" holds the text "aws", which the service reserves: choose a prefix without it' },
  ],
  [
    "a prefix with a reserved text, amazon",
    prefixNamed("amazonas"),
    {
      domain:
        'domain "amazonas" holds the text "amazon", which the service reserves: choose a prefix without it',
    },
  ],
  [
    "a prefix with a hyphen first",
    prefixNamed("-app"),
    {
      domain:
        'domain "-app" has a hyphen at an end of "-app": a label begins and ends with a letter or digit',
    },
  ],
  [
    "a prefix with a hyphen last",
    prefixNamed("app-"),
    {
      domain:
        'domain "app-" has a hyphen at an end of "app-": a label begins and ends with a letter or digit',
    },
  ],
  [
    "a hyphen alone",
    prefixNamed("-"),
    { domain: 'domain "-" has a hyphen at an end of "-": a label begins and ends with a letter or digit' },
  ],
  [
    "a dot alone",
    prefixNamed("."),
    { domain: 'domain "." has an empty label: no dot may stand first, last or beside another dot' },
  ],
  [
    "a prefix with an underscore",
    prefixNamed("my_app"),
    { domain: 'domain "my_app" has the character "_": only a-z, 0-9 and hyphens are allowed' },
  ],
  [
    "a prefix with a blank inside",
    prefixNamed("my app"),
    { domain: 'domain "my app" has the character " ": only a-z, 0-9 and hyphens are allowed (remove it)' },
  ],
  [
    "a prefix with a trailing newline",
    prefixNamed("my-app\n"),
    {
      domain: 'domain "my-app\\n" has the character "\\n": only a-z, 0-9 and hyphens are allowed (remove it)',
    },
  ],
  [
    "a prefix with a trailing CRLF",
    prefixNamed("my-app\r\n"),
    {
      domain:
        'domain "my-app\\r\\n" has the character "\\r": only a-z, 0-9 and hyphens are allowed (remove it)',
    },
  ],
  [
    "a prefix with a tab",
    prefixNamed("\tmy-app"),
    {
      domain: 'domain "\\tmy-app" has the character "\\t": only a-z, 0-9 and hyphens are allowed (remove it)',
    },
  ],
  [
    "a prefix with a NUL",
    prefixNamed("my-app\0"),
    {
      domain:
        'domain "my-app\\u0000" has the character "\\u0000": only a-z, 0-9 and hyphens are allowed (remove it)',
    },
  ],
  [
    "a prefix with a no-break space",
    prefixNamed("my\u00a0app"),
    {
      domain:
        'domain "my\\u{a0}app" has the character "\\u{a0}" (U+00A0): only a-z, 0-9 and hyphens are allowed (remove it)',
    },
  ],
  [
    "a prefix with a zero-width space",
    prefixNamed("my\u200bapp"),
    {
      domain:
        'domain "my\\u{200b}app" has the character "\\u{200b}" (U+200B): only a-z, 0-9 and hyphens are allowed (remove it)',
    },
  ],
  [
    "a prefix with a byte order mark",
    prefixNamed("\ufeffmy-app"),
    {
      domain:
        'domain "\\u{feff}my-app" has the character "\\u{feff}" (U+FEFF): only a-z, 0-9 and hyphens are allowed (remove it)',
    },
  ],
  [
    "a prefix with a soft hyphen",
    prefixNamed("my\u00adapp"),
    {
      domain:
        'domain "my\\u{ad}app" has the character "\\u{ad}" (U+00AD): only a-z, 0-9 and hyphens are allowed (remove it)',
    },
  ],
  [
    "a prefix with a non-breaking hyphen",
    prefixNamed("my\u2011app"),
    {
      domain:
        'domain "my\u2011app" has the character "\u2011" (U+2011): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "a prefix with text turned round",
    prefixNamed("my\u202eppa"),
    {
      domain:
        'domain "my\\u{202e}ppa" has the character "\\u{202e}" (U+202E): only a-z, 0-9 and hyphens are allowed (remove it)',
    },
  ],
  [
    "a prefix with a lone surrogate",
    prefixNamed("app\ud800"),
    {
      domain:
        'domain "app\\ud800" has the character "\\ud800" (U+D800): only a-z, 0-9 and hyphens are allowed (remove it)',
    },
  ],
  [
    "a prefix with an emoji",
    prefixNamed("app😀"),
    {
      domain:
        'domain "app\ud83d\ude00" has the character "\ud83d\ude00" (U+1F600): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "a prefix with a Cyrillic letter that looks Latin",
    prefixNamed("my-\u0430pp"),
    {
      domain:
        'domain "my-\u0430pp" has the character "\u0430" (U+0430): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "a prefix in full-width letters, which NFKC makes plain",
    prefixNamed("ｍｙ"),
    {
      domain:
        'domain "\uff4d\uff59" has the character "\uff4d" (U+FF4D): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "a prefix with a Kelvin sign, whose lower case is a plain k",
    prefixNamed("\u212aiosk"),
    {
      domain:
        'domain "\u212aiosk" has the character "\u212a" (U+212A): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "a prefix with a ligature",
    prefixNamed("\ufb01nance"),
    {
      domain:
        'domain "\ufb01nance" has the character "\ufb01" (U+FB01): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "a prefix with Arabic digits",
    prefixNamed("app-\u0661"),
    {
      domain:
        'domain "app-\u0661" has the character "\u0661" (U+0661): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "a prefix with a combining accent",
    prefixNamed("cafe\u0301"),
    {
      domain:
        'domain "cafe\u0301" has the character "\\u{301}" (U+0301): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "a prefix with the dotted capital I",
    prefixNamed("\u0130stanbul"),
    {
      domain:
        'domain "\u0130stanbul" has the character "\u0130" (U+0130): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "a prefix with a placeholder that was not filled in",
    prefixNamed("{stack}-app"),
    { domain: 'domain "{stack}-app" has the character "{": only a-z, 0-9 and hyphens are allowed' },
  ],
  [
    "the whole address of a prefix domain",
    prefixNamed("my-app.auth.us-east-1.amazoncognito.com"),
    {
      domain:
        'domain "my-app.auth.us-east-1.amazoncognito.com" is the address of a prefix domain: give the prefix alone, "my-app", without customDomainConfig',
    },
  ],
  [
    "the URL of a prefix domain",
    prefixNamed("https://my-app.auth.us-east-1.amazoncognito.com"),
    {
      domain:
        'domain "https://my-app.auth.us-east-1.amazoncognito.com" has the character ":": only a-z, 0-9 and hyphens are allowed (give the name alone, without https://, port and path)',
    },
  ],
  [
    "a DNS name without customDomainConfig",
    prefixNamed("auth.example.com"),
    {
      domain:
        'domain "auth.example.com" has a dot, so it is a custom domain: add customDomainConfig.certificateArn, or give a prefix of one label such as my-app',
    },
  ],
  [
    "a prefix with a trailing dot",
    prefixNamed("my-app."),
    { domain: 'domain "my-app." has an empty label: no dot may stand first, last or beside another dot' },
  ],
  ["an international name in its xn-- form as a prefix", prefixNamed("xn--bcher-kva"), {}],
  ["a number that is a string", prefixNamed("2"), {}],
];

const customNames: BadInput[] = [
  [
    "a custom domain of 64 characters",
    customNamed(`${"a".repeat(52)}.example.com`),
    {
      domain:
        'domain "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com" has 64 characters; the service takes at most 63',
    },
  ],
  [
    "a label of 64 characters",
    customNamed(`${"a".repeat(64)}.example.com`),
    {
      domain:
        'domain "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com" has 76 characters; the service takes at most 63',
    },
  ],
  ["a label of 55 characters in a name of 63", customNamed(`${"a".repeat(55)}.abc.de`.slice(0, 63)), {}],
  [
    "a custom domain in upper case",
    customNamed("AUTH.EXAMPLE.COM"),
    { domain: 'domain "AUTH.EXAMPLE.COM" has upper-case letters: write "auth.example.com"' },
  ],
  [
    "a custom domain in upper case with an umlaut",
    customNamed("M\u00dcNCHEN.example.com"),
    {
      domain:
        'domain "M\u00dcNCHEN.example.com" has the character "\u00dc" (U+00DC): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "an international name",
    customNamed("b\u00fccher.example.com"),
    {
      domain:
        'domain "b\u00fccher.example.com" has the character "\u00fc" (U+00FC): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "an international name, decomposed",
    customNamed("bu\u0308cher.example.com"),
    {
      domain:
        'domain "bu\u0308cher.example.com" has the character "\\u{308}" (U+0308): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "a custom domain with an ideographic full stop",
    customNamed("auth\u3002example.com"),
    {
      domain:
        'domain "auth\u3002example.com" has the character "\u3002" (U+3002): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "a custom domain with a full-width full stop",
    customNamed("auth\uff0eexample.com"),
    {
      domain:
        'domain "auth\uff0eexample.com" has the character "\uff0e" (U+FF0E): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "a custom domain with a zero-width joiner",
    customNamed("auth\u200d.example.com"),
    {
      domain:
        'domain "auth\\u{200d}.example.com" has the character "\\u{200d}" (U+200D): only a-z, 0-9 and hyphens are allowed (remove it)',
    },
  ],
  [
    "a custom domain with a Greek omicron",
    customNamed("l\u03bfgin.example.com"),
    {
      domain:
        'domain "l\u03bfgin.example.com" has the character "\u03bf" (U+03BF): only a-z, 0-9 and hyphens are allowed (write international names in their xn-- form)',
    },
  ],
  [
    "an empty xn-- label",
    customNamed("xn--.example.com"),
    {
      domain:
        'domain "xn--.example.com" has a hyphen at an end of "xn--": a label begins and ends with a letter or digit',
    },
  ],
  [
    "a custom domain with a trailing dot",
    customNamed("auth.example.com."),
    {
      domain:
        'domain "auth.example.com." has an empty label: no dot may stand first, last or beside another dot',
    },
  ],
  [
    "a custom domain with a dot first",
    customNamed(".example.com"),
    {
      domain: 'domain ".example.com" has an empty label: no dot may stand first, last or beside another dot',
    },
  ],
  [
    "a custom domain with two dots",
    customNamed("auth..example.com"),
    {
      domain:
        'domain "auth..example.com" has an empty label: no dot may stand first, last or beside another dot',
    },
  ],
  [
    "a custom domain with a trailing newline",
    customNamed("auth.example.com\n"),
    {
      domain:
        'domain "auth.example.com\\n" has the character "\\n": only a-z, 0-9 and hyphens are allowed (remove it)',
    },
  ],
  [
    "a custom domain with a blank first",
    customNamed(" auth.example.com"),
    {
      domain:
        'domain " auth.example.com" has the character " ": only a-z, 0-9 and hyphens are allowed (remove it)',
    },
  ],
  [
    "a custom domain with an underscore",
    customNamed("my_auth.example.com"),
    { domain: 'domain "my_auth.example.com" has the character "_": only a-z, 0-9 and hyphens are allowed' },
  ],
  [
    "a label with a hyphen first",
    customNamed("-auth.example.com"),
    {
      domain:
        'domain "-auth.example.com" has a hyphen at an end of "-auth": a label begins and ends with a letter or digit',
    },
  ],
  [
    "a label with a hyphen last",
    customNamed("auth.example-.com"),
    {
      domain:
        'domain "auth.example-.com" has a hyphen at an end of "example-": a label begins and ends with a letter or digit',
    },
  ],
  [
    "a wildcard",
    customNamed("*.example.com"),
    {
      domain:
        'domain "*.example.com" has the character "*": only a-z, 0-9 and hyphens are allowed (a domain is one name; it can\'t be a wildcard)',
    },
  ],
  [
    "a URL",
    customNamed("https://auth.example.com"),
    {
      domain:
        'domain "https://auth.example.com" has the character ":": only a-z, 0-9 and hyphens are allowed (give the name alone, without https://, port and path)',
    },
  ],
  [
    "a URL in upper case",
    customNamed("HTTPS://Auth.example.com/"),
    {
      domain:
        'domain "HTTPS://Auth.example.com/" has the character ":": only a-z, 0-9 and hyphens are allowed (give the name alone, without https://, port and path)',
    },
  ],
  [
    "a name with a port",
    customNamed("auth.example.com:443"),
    {
      domain:
        'domain "auth.example.com:443" has the character ":": only a-z, 0-9 and hyphens are allowed (give the name alone, without https://, port and path)',
    },
  ],
  [
    "a name with a path",
    customNamed("auth.example.com/login"),
    {
      domain:
        'domain "auth.example.com/login" has the character "/": only a-z, 0-9 and hyphens are allowed (give the name alone, without https://, port and path)',
    },
  ],
  [
    "a name with a query",
    customNamed("auth.example.com?a=b"),
    {
      domain:
        'domain "auth.example.com?a=b" has the character "?": only a-z, 0-9 and hyphens are allowed (give the name alone, without https://, port and path)',
    },
  ],
  [
    "an e-mail address",
    customNamed("me@example.com"),
    {
      domain:
        'domain "me@example.com" has the character "@": only a-z, 0-9 and hyphens are allowed (give the name alone, without https://, port and path)',
    },
  ],
  [
    "two names",
    customNamed("auth.example.com,login.example.com"),
    {
      domain:
        'domain "auth.example.com,login.example.com" has the character ",": only a-z, 0-9 and hyphens are allowed',
    },
  ],
  [
    "an IPv4 address",
    customNamed("192.0.2.10"),
    {
      domain:
        'domain "192.0.2.10" ends in a number, as no DNS name does: an IP address can\'t be a domain; give a name such as auth.example.com',
    },
  ],
  [
    "an IPv6 address",
    customNamed("[2001:db8::1]"),
    { domain: 'domain "[2001:db8::1]" has the character "[": only a-z, 0-9 and hyphens are allowed' },
  ],
  [
    "a name that ends in a number",
    customNamed("auth.example.123"),
    {
      domain:
        'domain "auth.example.123" ends in a number, as no DNS name does: an IP address can\'t be a domain; give a name such as auth.example.com',
    },
  ],
  [
    "a name of two labels",
    customNamed("example.com"),
    {
      domain:
        'domain "example.com" has a top-level domain as its parent (com), which the service refuses: use a subdomain such as auth.example.com',
    },
  ],
  [
    "a name of one label",
    customNamed("auth"),
    {
      domain:
        'domain "auth" is a single label, but customDomainConfig asks for a custom domain: give a DNS name such as auth.example.com, or leave customDomainConfig out for a prefix domain',
    },
  ],
  [
    "localhost",
    customNamed("localhost"),
    {
      domain:
        'domain "localhost" is a single label, but customDomainConfig asks for a custom domain: give a DNS name such as auth.example.com, or leave customDomainConfig out for a prefix domain',
    },
  ],
  [
    "the address of a prefix domain as a custom domain",
    customNamed("my-app.auth.us-east-1.amazoncognito.com"),
    {
      domain:
        'domain "my-app.auth.us-east-1.amazoncognito.com" is the address of a prefix domain: give the prefix alone, "my-app", without customDomainConfig',
    },
  ],
  ["a name of 63 characters", customNamed(`${"a".repeat(51)}.example.com`), {}],
  [
    "a name with reserved words, which only prefixes may not hold",
    customNamed("cognito.aws.example.com"),
    {},
  ],
];

export const domains = [...anyNames, ...prefixes, ...customNames];
