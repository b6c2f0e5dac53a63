'use strict';
// Runs a model's code and then its tests, and reports how that ended: harness.js FOLDER [ENTRY_POINT].
//
// Reports go to channel 4. The token that proves that the tests ran to their end waits in channel 3 until they have: before
// that it is nowhere in this process. What the report needs is kept in constants, out of the way of code that replaces
// functions of modules.
(() => {
  const fs = require('node:fs');
  const path = require('node:path');
  const vm = require('node:vm');
  const { createRequire } = require('node:module');
  const { readSync, writeSync } = fs;
  const { runInThisContext, Script } = vm;
  const { apply } = Reflect;
  const run = Script.prototype.runInThisContext;
  const assert = require('node:assert');
  const [assertions, strictAssertions] = [{ ...assert }, { ...assert.strict }];
  const leave = process.reallyExit.bind(process);
  const once = process.once.bind(process);
  const later = setTimeout;
  const GRACE = 1000;
  const buffer = Buffer.alloc(64);
  const text = String;
  const [TOKEN, REPORTS] = [3, 4];
  const [folder, entryPoint = ''] = process.argv.slice(2);

  const report = (stage, message) => {
    try {
      writeSync(REPORTS, `${stage}\n${message.slice(0, 2000)}\n`);
    } finally {
      leave(1);
    }
  };

  const describe = (error) => {
    try {
      const stack = text(error && error.stack ? error.stack : '');
      const place = stack.match(/(solution|tests)\.js:(\d+)/);
      const where = place ? `, line ${place[2]} of the ${place[1] === 'tests' ? 'tests' : 'code'}` : '';
      return text(error) + where;
    } catch {
      return 'an error that can not be shown';
    }
  };

  const pass = () => {
    const length = readSync(TOKEN, buffer, 0, 64, null);
    writeSync(REPORTS, `passed ${buffer.toString('latin1', 0, length)}`);
    leave(0);
  };

  const value = (name) => runInThisContext(`typeof ${name} === 'undefined' ? undefined : ${name}`);

  const attempt = (stage, what) => {
    try {
      return what();
    } catch (error) {
      return report(stage, describe(error));
    }
  };

  const source = (name) => fs.readFileSync(path.join(folder, name), 'utf8');
  const script = (name, content) => new Script(content, { filename: path.join(folder, name) });

  const codeText = source('solution.js');
  const testsText = source('tests.js');
  // Nothing that is reported before "ready" can come from the code.
  const tests = attempt('unusable', () => script('tests.js', testsText));
  writeSync(REPORTS, 'ready\n');

  const exported = { exports: {} };
  globalThis.require = createRequire(path.join(folder, 'solution.js'));
  globalThis.module = exported;
  globalThis.exports = exported.exports;

  let stage = 'load';
  process.on('uncaughtException', (error) => report(stage, describe(error)));
  process.on('unhandledRejection', (error) => report(stage, describe(error)));

  const code = attempt('syntax', () => script('solution.js', codeText));
  attempt('load', () => apply(run, code, []));
  const isName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(entryPoint);
  if (isName && value(entryPoint) === undefined && exported.exports[entryPoint] !== undefined) {
    globalThis[entryPoint] = exported.exports[entryPoint];
  }
  if (entryPoint && (!isName || value(entryPoint) === undefined)) {
    report('absent', entryPoint);
  }
  const checkBefore = value('check');

  stage = 'tests';
  console.assert = (condition, ...message) => {
    if (!condition) {
      throw new Error(['console.assert failed', ...message].join(': '));
    }
  };
  // The code can't take assertions away from its tests.
  Object.assign(assert, assertions);
  Object.assign(assert.strict, strictAssertions);
  (async () => {
    try {
      await apply(run, tests, []);
      const check = value('check');
      if (entryPoint && typeof check === 'function' && check !== checkBefore) {
        await check(value(entryPoint));
      }
    } catch (error) {
      report('tests', describe(error));
      return;
    }
    // What the tests started without waiting for it may still fail; what the code left running may go on for ever.
    once('beforeExit', pass);
    later(pass, GRACE).unref();
  })();
})();
