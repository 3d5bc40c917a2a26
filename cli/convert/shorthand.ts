import { Diagnostic } from "../../provider/errors/diagnostic";
import type { Values } from "../../provider/values";
import { reading } from "./diagnostics";

/**
 * Reads the AWS CLI's shorthand for a structure, such as `CertificateArn=arn:…,SecurityPolicy=TLS_V1_2_2021` or
 * `Failover={SecondaryRegion=us-west-2,PrimaryRoute53HealthCheckId=…}`. There are no lists: no request about a domain
 * has one.
 *
 * Source: AWS CLI User Guide, "Using shorthand syntax"; the AWS CLI's own parser, awscli/shorthand.py.
 *
 * @throws Diagnostic that shows the place, as the AWS CLI does
 */
export function readShorthand(text: string): Values {
  let position = 0;
  const found = new Map<string, unknown>();
  do member(found);
  while (position < text.length && expect(","));
  return Object.fromEntries(found);

  function member(values: Map<string, unknown>): void {
    const start = position;
    const key = take(/[\w.#/:-]*/y) ?? "";
    expect("=");
    if (values.has(key)) throw new Diagnostic(reading.keyTwice({ key, place: placeAt(start) }));
    values.set(key, value());
    skipSpace();
  }

  function value(): unknown {
    switch (text[position]) {
      case "{":
        return structure();
      case "'":
        return quoted("'", /'(?:\\'|[^'])*'/y);
      case '"':
        return quoted('"', /"(?:\\"|[^"])*"/y);
      default:
        return (take(/(?:\\,|[^\s"',=[{])(?:\\,|[^"',\]}])*/y) ?? "").replaceAll("\\,", ",").trimEnd();
    }
  }

  function structure(): Values {
    const values = new Map<string, unknown>();
    expect("{");
    while (text[position] !== "}") {
      member(values);
      if (text[position] !== "}") expect(",");
    }
    expect("}");
    return Object.fromEntries(values);
  }

  function quoted(quote: string, pattern: RegExp): string {
    const taken = take(pattern);
    if (taken === undefined) throw unexpected(`the closing ${quote}`, "EOF");
    return taken.slice(1, -1).replaceAll(`\\${quote}`, quote).replaceAll("\\\\", "\\");
  }

  function expect(character: string): true {
    skipSpace();
    if (text[position] !== character) throw unexpected(`'${character}'`, `'${text[position] ?? "EOF"}'`);
    position += 1;
    skipSpace();
    return true;
  }

  function skipSpace(): void {
    take(/\s*/y);
  }

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = position;
    const taken = pattern.exec(text)?.[0];
    position += taken?.length ?? 0;
    return taken;
  }

  function unexpected(expected: string, received: string): Diagnostic {
    return new Diagnostic(reading.unexpected({ expected, received, place: placeAt(position) }));
  }

  /** It is shown under the line that it is in. */
  function placeAt(at: number): string {
    const before = text.slice(0, at);
    const [rest = "", ...linesAfter] = text.slice(at).split("\n");
    const column = before.length - before.lastIndexOf("\n") - 1;
    const lines = [before + rest, `${" ".repeat(column)}^`, ...linesAfter];
    return lines.join("\n");
  }
}
