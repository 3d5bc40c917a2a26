const secretMembers = ["WebIdentityToken", "TokenCode", "ExternalId"];

/** Longer than every text that the service takes. */
const longestText = 4096;
/** Deeper than any of its requests. */
const deepest = 10;

/** What of a request or a message goes into the record: no secret, and not so much that the record takes the memory. */
export function recordable(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return shortened(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === deepest) return "[deeper than any request]";
  if (Array.isArray(value)) return value.slice(0, longestText).map((item) => recordable(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      shortened(name),
      secretMembers.includes(name) ? "[secret]" : recordable(member, depth + 1),
    ]),
  );
}

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText)}… (${text.length} characters)`;
}
