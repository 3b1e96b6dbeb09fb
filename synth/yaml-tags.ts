import type { ScalarTag } from 'yaml';

interface GoScalar {
  readonly tag: string;
  readonly test: RegExp;
  readonly resolve: (text: string) => unknown;
}

/** Number, truth and nothing as Go's YAML reader finds them in text without quotes: mostly YAML 1.1. */
const GO_SCALARS: readonly GoScalar[] = [
  {
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|null|Null|NULL)?$/,
    resolve: () => null,
  },
  {
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON|n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/,
    resolve: (text) => /^(?:y|t|on)/i.test(text),
  },
  {
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?(?:0[bB][01_]+|0[oO]?[0-7_]*|0[xX][0-9a-fA-F_]+|[1-9][0-9_]*)$/,
    resolve: readInteger,
  },
  {
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9][0-9_]*|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?$/,
    resolve: (text) => Number(text.replaceAll('_', '')),
  },
  {
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (text) => (/nan/i.test(text) ? NaN : text.startsWith('-') ? -Infinity : Infinity),
  },
];

/** The same for the parser of whole documents. */
export const GO_TAGS: ScalarTag[] = GO_SCALARS.map((scalar) => ({ ...scalar, default: true }));

/** What Go's YAML reader makes of text without quotes on one line: a number, a truth, nothing, or the text itself. */
export function goScalar(text: string): unknown {
  return SURELY_TEXT.test(text) ? text : resolved(text);
}

/** No number begins with a letter, and no word for a truth or for nothing with one of these. */
const SURELY_TEXT = /^[A-EG-MP-SU-XZa-eg-mp-su-xz]/;

function resolved(text: string): unknown {
  const scalar = GO_SCALARS.find(({ test }) => test.test(text));
  return scalar === undefined ? text : scalar.resolve(text);
}

function readInteger(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '').replaceAll('_', '');
  const octal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  return sign * Number(octal);
}
