/** A command of a script as the shell runs it: one program, or a loop, a condition or a group with all that is in it. */
export interface ShellCommand {
  readonly text: string;
  /** Its first word: `while` for a loop, `(` for a subshell. */
  readonly word: string;
  /** Whether its input or output is redirected. */
  readonly isRedirected: boolean;
  /** What stands between it and the next one; empty at the end. */
  readonly then: '' | ';' | '&' | '&&' | '||' | '|';
}

/** The commands of a script from first to last, without comments; undefined where it cannot be read to its end. */
export function commandsOf(script: string): readonly ShellCommand[] | undefined {
  const reader = new Reader(script.replace(/\\\n/g, ' ').replace(HERE_DOCUMENT, '$3\n'));
  return reader.read();
}

/** What is fed to a command says nothing of commands; what follows on the line of its mark does. */
const HERE_DOCUMENT = /<<-?[ \t]*(['"]?)(\w+)\1([^\n]*)\n(?:[\s\S]*?\n)??[ \t]*\2[ \t]*(?:\n|$)/g;

const OPENS: ReadonlySet<string> = new Set(['if', 'while', 'until', 'for', 'case', '{']);
const CLOSES: ReadonlySet<string> = new Set(['fi', 'done', 'esac', '}']);
/** Words after which a command begins. */
const LEADS: ReadonlySet<string> = new Set(['if', 'while', 'until', '{', 'then', 'do', 'else', 'elif', '!', 'time']);

/** Reads quotes and brackets as one, and counts what opens and closes a compound command. */
class Reader {
  private readonly commands: ShellCommand[] = [];
  private position = 0;
  private start = 0;
  private depth = 0;
  private word = '';
  private isRedirected = false;
  /** Whether the next word is that of a command. */
  private isFirst = true;

  constructor(private readonly script: string) {}

  read(): readonly ShellCommand[] | undefined {
    while (this.position < this.script.length) {
      if (!this.step()) return undefined;
    }
    this.end('', 0);
    return this.depth === 0 ? this.commands : undefined;
  }

  /** Reads on; false where a quote or a bracket is never closed. */
  private step(): boolean {
    const rest = this.script.slice(this.position);
    const [operator = ''] = /^(?:;;|&&|\|\||[;\n|]|&(?!>))/.exec(rest) ?? [];
    if (/^(?:\d*|&)[<>]/.test(rest)) return this.redirection(rest);
    if (operator !== '') return this.operator(operator);
    if (/^\s/.test(rest)) return this.skip(1);
    if (rest.startsWith('#')) return this.skip(/^#[^\n]*/.exec(rest)?.[0].length ?? 1);
    if (rest.startsWith(')')) return this.skip(1, true);
    if (rest.startsWith('(') && this.isFirst) return this.take('(', closing(this.script, this.position));
    return this.takeWord();
  }

  private takeWord(): boolean {
    const from = this.position;
    let at = from;
    while (at < this.script.length && !/[\s;&|<>()]/.test(this.script.charAt(at))) {
      const next = endOfPart(this.script, at);
      if (next === undefined) return false;
      at = next;
    }
    // Brackets after a word belong to it: a function, or a list.
    if (this.script.charAt(at) === '(') {
      const end = closing(this.script, at);
      if (end === undefined) return false;
      this.note(this.script.slice(from, end));
      this.isFirst = true;
      this.position = end;
      return true;
    }
    return this.take(this.script.slice(from, at), at);
  }

  private take(word: string, end: number | undefined): boolean {
    if (end === undefined || end === this.position) return false;
    this.note(word);
    if (this.isFirst && OPENS.has(word)) this.depth += 1;
    if (this.isFirst && CLOSES.has(word)) this.depth -= 1;
    // Variables stand before the command that they are for.
    this.isFirst = this.isFirst && (LEADS.has(word) || /^\w+=/.test(word));
    this.position = end;
    return this.depth >= 0;
  }

  private note(word: string): void {
    if (this.word === '' && !/^\w+=/.test(word)) this.word = word;
  }

  private redirection(rest: string): boolean {
    this.isRedirected ||= this.depth === 0;
    return this.skip(/^(?:\d*|&)(?:<<<|>>|>\||[<>]&?)-?/.exec(rest)?.[0].length ?? 1, false);
  }

  private operator(operator: string): boolean {
    if (this.depth > 0) return this.skip(operator.length, true);
    this.end(operator, operator.length);
    return true;
  }

  private skip(length: number, isFirst = this.isFirst): boolean {
    this.position += length;
    this.isFirst = isFirst;
    return true;
  }

  private end(operator: string, length: number): void {
    const text = this.script.slice(this.start, this.position).trim();
    const then = operator === '\n' || operator === ';;' ? ';' : operator;
    if (this.word !== '' && isSeparator(then))
      this.commands.push({ text, word: this.word, isRedirected: this.isRedirected, then });
    this.position += length;
    this.start = this.position;
    this.word = '';
    this.isRedirected = false;
    this.isFirst = true;
  }
}

function isSeparator(text: string): text is ShellCommand['then'] {
  return ['', ';', '&', '&&', '||', '|'].includes(text);
}

/** Where a part of a word ends: a quoted text, an expression in brackets, a letter. */
function endOfPart(script: string, at: number): number | undefined {
  const rest = script.slice(at);
  if (rest.startsWith('\\')) return at + 2;
  if (rest.startsWith("'")) return after(script.indexOf("'", at + 1));
  if (rest.startsWith('"')) return endOfQuote(script, at);
  if (rest.startsWith('`')) return after(script.indexOf('`', at + 1));
  if (/^\$[({]/.test(rest)) return closing(script, at + 1);
  return at + 1;
}

function after(position: number): number | undefined {
  return position < 0 ? undefined : position + 1;
}

function endOfQuote(script: string, from: number): number | undefined {
  let at = from + 1;
  while (at < script.length) {
    if (script.charAt(at) === '"') return at + 1;
    const next = /^\$[({]/.test(script.slice(at, at + 2)) ? closing(script, at + 1) : undefined;
    at = next ?? at + (script.charAt(at) === '\\' ? 2 : 1);
  }
  return undefined;
}

/** Where the bracket at a position is closed, quotes aside. */
function closing(script: string, from: number): number | undefined {
  const open = script.charAt(from);
  const close = open === '(' ? ')' : '}';
  let depth = 0;
  let at = from;
  while (at < script.length) {
    const letter = script.charAt(at);
    if (letter === open) depth += 1;
    if (letter === close) depth -= 1;
    if (depth === 0) return at + 1;
    const next = /["'\\`]/.test(letter) ? endOfPart(script, at) : at + 1;
    if (next === undefined) return undefined;
    at = next;
  }
  return undefined;
}
