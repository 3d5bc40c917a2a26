import path from "node:path";
import * as ts from "typescript";

const repository = path.join(__dirname, "../..");

/** Compiles files, all at once, with this repository's own options, or others. @returns what is wrong with each */
export function typeErrorsIn(
  files: readonly string[],
  others: ts.CompilerOptions = {},
): ReadonlyMap<string, readonly string[]> {
  const { config } = ts.readConfigFile(path.join(repository, "tsconfig.json"), ts.sys.readFile);
  const { options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, repository);
  const program = ts.createProgram([...files], { ...options, ...others });
  const ofAll = [...errors, ...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  if (ofAll.length > 0) throw new Error(ofAll.map(shown).join("\n"));
  return new Map(files.map((file) => [file, errorsIn(file, program)]));
}

function errorsIn(file: string, program: ts.Program): string[] {
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(shown);
}

function shown({ file, start = 0, messageText }: ts.Diagnostic): string {
  const text = ts.flattenDiagnosticMessageText(messageText, "\n");
  if (!file) return text;
  const { line } = file.getLineAndCharacterOfPosition(start);
  return `${path.relative(repository, file.fileName)}:${line + 1}: ${text}`;
}
