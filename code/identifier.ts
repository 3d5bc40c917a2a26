/** A line with one, such as the first of a declaration, has to stay within 110 columns. */
const longest = 70;

/**
 * A name for a constant that holds the domain of that resource: `auth.example.com` gives `authExampleComDomain`. The
 * ending keeps it from being a word of the language, or the name of what the program already has.
 */
export function identifierFor(resourceName: string, taken: ReadonlySet<string>): string {
  const identifier = guessedIdentifier(resourceName, "domain");
  return firstFree(/domain$/i.test(identifier) ? identifier : `${identifier}Domain`, "", taken);
}

/** What a program may call the resource of that name: `my-app` gives `myApp`. `what` it is goes before a digit. */
export function guessedIdentifier(resourceName: string, what: string): string {
  const words = resourceName.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const joined = words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join("");
  const identifier = /^[A-Za-z]/.test(joined) ? joined : what + joined;
  return identifier.slice(0, longest);
}

/** The name of the resource for a domain: `auth.example.com` gives `auth-example-com`. */
export function resourceNameFor(domain: string, taken: ReadonlySet<string>): string {
  return firstFree(domain.replaceAll(".", "-"), "-", taken);
}

function firstFree(name: string, separator: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}${separator}${number}`;
  return free;
}

/** Acronyms are words as well: `SSO login` gives `ssoLogin`. */
function lowerFirst(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
