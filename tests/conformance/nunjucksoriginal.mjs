// The real Nunjucks, found where NODE_PATH says.
import { createRequire } from 'node:module';
import path from 'node:path';

const nunjucks = createRequire(import.meta.url)('nunjucks');

// What prints the source of one of Nunjucks' own functions is not compared,
const printsSource = /function\s*\w*\([^)]*\)\s*\{(?! \[native)|=>/i;
// nor what Nunjucks itself compiles to code that is none.
const isItsOwnFault = /^(ReferenceError|SyntaxError): |unknown block/;
export const isComparable = (result) => !printsSource.test(result.expected ?? '') && !isItsOwnFault.test(result.message ?? '');

class MapLoader extends nunjucks.Loader {
  constructor(files) {
    super();
    this.files = files;
  }
  resolve(from, to) {
    return path.posix.join(path.posix.dirname(from), to);
  }
  getSource(name) {
    return Object.hasOwn(this.files, name) ? { src: this.files[name], path: name, noCache: true } : null;
  }
}

// What nunjucks reports in the middle of a render may come after the callback: any error is an error.
process.on('uncaughtException', () => {}); // and one may come late, when it was seen already

/// Whether a file of the case does not compile: an include reports that too late, or not at all.
export function hasBrokenFile(row) {
  return Object.entries(row.files ?? {}).some(([name, source]) => {
    try {
      new nunjucks.Template(source, new nunjucks.Environment(null, { ...row.options }), name, true);
      return false;
    } catch {
      return true;
    }
  });
}

/// What Nunjucks makes of a case: {expected}, or {error, message}.
export function render(row) {
  const options = { autoescape: false, ...(row.options ?? {}) };
  const uninstall = options.jinjaCompat ? nunjucks.installJinjaCompat() : () => {};
  delete options.jinjaCompat;
  try {
    const env = new nunjucks.Environment(new MapLoader(row.files ?? {}), options);
    const data = JSON.parse(JSON.stringify(row.data ?? {}));
    const text = env.renderString(row.template, data, { path: 'main.txt' });
    // As bytes: half a surrogate pair is U+FFFD there.
    return typeof text === 'string' ? { expected: Buffer.from(text).toString() } : { error: true };
  } catch (e) {
    return { error: true, message: String(e.message).split('\n').pop().trim() };
  } finally {
    uninstall();
  }
}
