/** Any text as it is: what Markdown, HTML and GitHub would make something of is kept from it. */
export function plain(text: string): string {
  return (
    onOneLine(text)
      .replaceAll(/[\\`*_{}[\]()<>!|~&$]/g, "\\$&")
      // What GitHub would make a link to a person, an issue, a page or a mailbox, or a picture, of what follows.
      .replaceAll(/[@#](?=\w)|:(?=[\w+-]+:)|:\/(?=\/)|(?<=\bwww)\./gi, "$&<!-- -->")
  );
}

/** A value in code. */
export function code(text: string): string {
  const line = onOneLine(text);
  if (line.trim() === "") return "``` ```";
  const fence = "`".repeat(longestRun(line) + 1);
  const padding = /^`|`$|^ .* $/.test(line) ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** In a table a bar ends the cell, in code too. */
export function cell(markdown: string): string {
  return markdown.replaceAll(/(?<!\\)\|/g, "\\|");
}

/** Lines of code, which may have anything in them. */
export function codeBlock(language: string, text: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
