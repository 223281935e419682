import { createContext, Script } from 'node:vm';
import { expect, test } from 'vitest';
import { faceMeshFiles } from '../../face-mesh.config.ts';

const files = faceMeshFiles();
const scripts = [...files].filter(([name]) => name.endsWith('.js'));

test('the build takes the program, its models and the notice of its licence', () => {
  expect([...files.keys()].toSorted()).toEqual([
    'NOTICE.txt',
    'face_mesh.binarypb',
    'face_mesh.js',
    'face_mesh_solution_packed_assets.data',
    'face_mesh_solution_packed_assets_loader.js',
    'face_mesh_solution_simd_wasm_bin.js',
    'face_mesh_solution_simd_wasm_bin.wasm',
  ]);
  expect(String(files.get('NOTICE.txt'))).toContain('Apache License');
});

test.each(scripts)('%s makes no functions out of text and names no place on the network', (_name, source) => {
  const text = String(source);
  expect(text).not.toMatch(/new Function\b|new_\(Function|\beval\(/);
  expect(
    text.match(/https?:\/\/(?!127\.0\.0\.1|localhost)[\w.]*(cdn|googleapis|unpkg|jsdelivr)[\w.]*/g),
  ).toBeNull();
  expect(() => new Script(text)).not.toThrow();
});

test('a method called through the glue converts what goes in and out, and frees it', () => {
  const glue = String(files.get('face_mesh_solution_simd_wasm_bin.js'));
  const start = glue.indexOf('function craftInvokerFunction(');
  const end = glue.indexOf('function heap32VectorToArray(');
  const freed: unknown[] = [];
  const context = createContext({
    makeLegalFunctionName: (name: string) => name,
    throwBindingError: (text: string) => {
      throw new Error(text);
    },
    runDestructors: (all: unknown[]) => freed.push(...all),
  });
  const craft = new Script(`${glue.slice(start, end)}craftInvokerFunction`).runInContext(context) as (
    ...parts: unknown[]
  ) => (...passed: unknown[]) => unknown;
  const number = {
    name: 'int',
    fromWireType: (v: number) => v * 10,
    toWireType: (_: unknown, v: number) => v + 1,
    destructorFunction: null,
  };
  const text = {
    name: 'std::string',
    toWireType: (all: unknown[] | null, v: string) => {
      all?.push(v);
      return v.length;
    },
  };
  const sum = (fn: number, self: number, a: number, b: number) => fn + self + a + b;
  const method = craft('add', [number, number, number, text], {}, sum, 1000);
  expect(method.call(4, 6, 'abc')).toBe((1000 + 5 + 7 + 3) * 10);
  expect(freed).toEqual(['abc']);
  expect(() => method.call(4, 6)).toThrow('function add called with 1 arguments, expected 2 args!');
  const silent = craft('go', [{ name: 'void' }, null, number], null, sum, 1);
  expect(silent(2)).toBeUndefined();
});
