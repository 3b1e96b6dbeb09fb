import { resolve } from 'node:path';
import ts from 'typescript';

/** A pair of programs: one that compiles, and its neighbour that must not, with what the compiler says. */
export interface TypeCase {
  readonly title: string;
  readonly good: string;
  readonly bad: string;
  /** A part of the message that tells the reader what is wrong. */
  readonly says: string;
}

const ROOT = resolve(__dirname, '../..');

const PRELUDE = `
import * as p from 'podwright';
import * as patterns from 'podwright/patterns';
const { pod, because, except, without, emptyDir, configMap, httpGet, tcpSocket, exec, grpc, secretKey, readOnly } = p;
const sized = { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } } as const;
const base = { image: 'registry.example.com/app:v1', resources: sized } as const;
const api = pod('api', { ...base, ports: { http: 8080 }, readinessProbe: httpGet('/ready', 'http') });
const plain = pod('api', { ...base, ports: { http: 8080 } });
const logged = api.volume('logs', emptyDir(), { api: '/var/log/app' });
declare const shop: p.Chart;
`;

/** Compiles each snippet, with what the type tests declare before it, and returns what the compiler says about it. */
export function diagnoseCases(snippets: readonly string[]): readonly (readonly string[])[] {
  return diagnose(snippets.map((snippet) => `${PRELUDE}${snippet}\n`));
}

/** Compiles each module for itself and returns what the compiler says about it. */
export function diagnose(snippets: readonly string[]): readonly (readonly string[])[] {
  const sources = new Map(snippets.map((snippet, position) => [fileName(position), snippet]));
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (name) => sources.has(name) || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const source = sources.get(name);
    return source === undefined ? getSourceFile(name, ...rest) : ts.createSourceFile(name, source, rest[0], true);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return snippets.map((_, position) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(fileName(position)))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  );
}

function fileName(position: number): string {
  return `${ROOT}/test/types/snippet-${position}.ts`;
}

function compilerOptions(): ts.CompilerOptions {
  const file = `${ROOT}/tsconfig.json`;
  const { config } = ts.readConfigFile(file, (path) => ts.sys.readFile(path)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return {
    ...options,
    noUnusedLocals: false,
    noUnusedParameters: false,
    paths: {
      podwright: [`${ROOT}/index.ts`],
      'podwright/kube': [`${ROOT}/lib/kube/index.ts`],
      'podwright/review': [`${ROOT}/review/index.ts`],
      'podwright/testing': [`${ROOT}/testing/index.ts`],
      'podwright/patterns': [`${ROOT}/patterns/index.ts`],
    },
  };
}
