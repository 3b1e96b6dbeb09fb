import type TypeScript from 'typescript';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Checked } from './messages';

/** The process that checks a program's types, beside the one that runs it; what did not change is not read again. */
const [, , entry = ''] = process.argv;
const ts = createRequire(join(process.cwd(), 'cdk8s.yaml'))('typescript') as typeof TypeScript;
const options = compilerOptions();
const service = ts.createLanguageService(host());

let hadProblems = false;

process.on('message', () => {
  // A module that was not found is not looked for again, though it may have been made meanwhile.
  if (hadProblems) service.cleanupSemanticCache();
  const diagnostics = problems();
  hadProblems = diagnostics.length > 0;
  process.send?.({ errors: diagnostics.length, text: printed(diagnostics) } satisfies Checked);
});

process.on('disconnect', () => process.exit());

function compilerOptions(): TypeScript.CompilerOptions {
  const path = ts.findConfigFile(dirname(entry), (file) => ts.sys.fileExists(file));
  if (path === undefined) return { noEmit: true };
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as { readonly config?: unknown };
  const read = ts.parseJsonConfigFileContent(config ?? {}, ts.sys, dirname(path));
  return { ...read.options, noEmit: true };
}

function host(): TypeScript.LanguageServiceHost {
  return {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [entry],
    getScriptVersion: (path) => String(statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0),
    getScriptSnapshot: (path) =>
      ts.sys.fileExists(path) ? ts.ScriptSnapshot.fromString(readFileSync(path, 'utf8')) : undefined,
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    fileExists: (path) => ts.sys.fileExists(path),
    readFile: (path) => ts.sys.readFile(path),
    readDirectory: (...given) => ts.sys.readDirectory(...given),
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
    realpath: (path) => ts.sys.realpath?.(path) ?? path,
  };
}

function problems(): readonly TypeScript.Diagnostic[] {
  const program = service.getProgram();
  if (program === undefined) return [];
  const sources = program
    .getSourceFiles()
    .filter((file) => !program.isSourceFileFromExternalLibrary(file) && !file.isDeclarationFile);
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...sources.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
}

function printed(diagnostics: readonly TypeScript.Diagnostic[]): string {
  const format = {
    getCurrentDirectory: () => process.cwd(),
    getCanonicalFileName: (path: string) => path,
    getNewLine: () => '\n',
  };
  const mayColor = process.stderr.isTTY && (process.env['NO_COLOR'] ?? '') === '';
  return mayColor
    ? ts.formatDiagnosticsWithColorAndContext(diagnostics, format)
    : ts.formatDiagnostics(diagnostics, format);
}
