import { readFileSync } from "node:fs";
import path from "node:path";
import MarkdownIt, { type Token } from "markdown-it";

const repository = path.join(__dirname, "../..");

/** A page of the documentation, by its path in the repository. */
export function page(file: string): string {
  return readFileSync(path.join(repository, file), "utf8");
}

/** The code that a page gives for a file: the fence that begins with the language and that name. @throws when there isn't just one */
export function codeFor(file: string, markdown: string): string {
  const fences = blocksOf(markdown).filter(
    ({ type, info }) => type === "fence" && info.split(" ")[1] === file,
  );
  const [fence, ...others] = fences;
  if (!fence || others.length > 0) throw new Error(`The page has not exactly one ${file}.`);
  return fence.content;
}

/** The commands of all fences for a shell, a line each. */
export function commandsOn(markdown: string): string[] {
  const fences = blocksOf(markdown).filter(({ type, info }) => type === "fence" && info === "sh");
  return fences.flatMap(({ content }) => content.split("\n")).filter((line) => line.trim() !== "");
}

/** What stands in the first cells of all tables' rows, without the marks of code. */
export function firstColumn(markdown: string): string[] {
  const blocks = blocksOf(markdown);
  return blocks
    .filter((_block, index) => blocks[index - 1]?.type === "td_open" && blocks[index - 2]?.type === "tr_open")
    .map(({ content }) => content.replaceAll("`", ""));
}

/** The targets of all links. */
export function linksOf(markdown: string): string[] {
  const opened = inlinesOf(markdown).filter(({ type }) => type === "link_open");
  return opened.map((token) => String(token.attrGet("href")));
}

/** What is set as code within the text. */
export function quotesOf(markdown: string): string[] {
  return inlinesOf(markdown).flatMap(({ type, content }) => (type === "code_inline" ? content : []));
}

/** The cells of all tables' rows, headings too, as they are read. */
export function rowsOf(markdown: string): string[][] {
  const rows: string[][] = [];
  const tokens = tokensOf(markdown);
  for (const [index, { type }] of tokens.entries()) {
    if (type === "tr_open") rows.push([]);
    if (type === "td_open" || type === "th_open") rows.at(-1)?.push(inlineText(tokens[index + 1]));
  }
  return rows;
}

/** What is set as code in the second cell of the row with that first cell. @throws when there isn't just one such row */
export function codeInRow(firstCell: string, markdown: string): string[] {
  const tokens = blocksOf(markdown);
  const cells = tokens.flatMap(({ type }, index) => (type === "td_open" ? (tokens[index + 1] ?? []) : []));
  const [second, ...others] = cells.flatMap((cell, index) =>
    inlineText(cell) === firstCell ? (cells[index + 1] ?? []) : [],
  );
  if (!second || others.length > 0) throw new Error(`The page has not exactly one row for: ${firstCell}`);
  return (second.children ?? []).flatMap(({ type, content }) => (type === "code_inline" ? content : []));
}

/** What a reader sees of a piece of text. */
export function inlineText(token: Token | undefined): string {
  const pieces = (token?.children ?? []).map(({ type, content }) => {
    if (type === "html_inline") return content === "<br>" ? " " : "";
    return type === "softbreak" ? " " : content;
  });
  return pieces.join("");
}

/** As GitHub reads it, with HTML, and with links where there is only an address. */
export function tokensOf(markdown: string): Token[] {
  const parser = new MarkdownIt({ html: true, linkify: true });
  // A name by itself is no link there.
  parser.linkify.set({ fuzzyLink: false });
  return parser.parse(markdown, {});
}

function inlinesOf(markdown: string): Token[] {
  return blocksOf(markdown).flatMap(({ children }) => children ?? []);
}

export function blocksOf(markdown: string): Token[] {
  return new MarkdownIt().parse(markdown, {});
}
