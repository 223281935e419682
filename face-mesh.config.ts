import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const PACKAGE = path.join(import.meta.dirname, 'node_modules', '@mediapipe', 'face_mesh');
const GLUE = 'face_mesh_solution_simd_wasm_bin.js';
const FILES = [
  'face_mesh.js',
  'face_mesh.binarypb',
  'face_mesh_solution_packed_assets.data',
  'face_mesh_solution_packed_assets_loader.js',
  GLUE,
  'face_mesh_solution_simd_wasm_bin.wasm',
] as const;
const NOTICE = `MediaPipe Face Mesh (npm @mediapipe/face_mesh 0.4.1657299874), Copyright The MediaPipe Authors.
Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
Changed by the build of Waarmee: face_mesh.js keeps its drawing context in a worker; ${GLUE} makes no functions out of text.
`;

/** Text for text, each to be found exactly once: another release of the package stops the build here. */
const EDITS: Readonly<Record<string, readonly (readonly [was: string, is: string])[]>> = {
  // In a worker the package forgets the context it made, and asks for WebGL 1 by a misspelt setting.
  'face_mesh.js': [
    ['va:"undefined"!==typeof WebGL2RenderingContext?2:1', 'majorVersion:2'],
    ['a.h.GL.makeContextCurrent(g);p.g=4', 'a.h.GL.makeContextCurrent(g);a.J=a.l.getContext("webgl2");p.g=4'],
  ],
  // Emscripten's glue writes functions as text, which would need 'unsafe-eval'. These are the same functions as closures.
  [GLUE]: [
    [
      `return new Function("body","return function "+name+"() {\\n"+'    "use strict";'+"    return body.apply(this, arguments);\\n"+"};\\n")(body)`,
      'return{[name]:function(){return body.apply(this,arguments)}}[name]',
    ],
    [
      'var invokerFunction=new_(Function,args1).apply(null,args2);return invokerFunction',
      'return function(){' +
        'if(arguments.length!==argCount-2){throwBindingError("function "+humanName+" called with "+arguments.length+" arguments, expected "+(argCount-2)+" args!")}' +
        'var destructors=needsDestructorStack?[]:null;var thisWired;var wired=[];var passed=[cppTargetFunc];' +
        'if(isClassMethodFunc){thisWired=argTypes[1].toWireType(destructors,this);passed.push(thisWired)}' +
        'for(var i=0;i<argCount-2;++i){wired[i]=argTypes[i+2].toWireType(destructors,arguments[i]);passed.push(wired[i])}' +
        'var rv=cppInvokerFunc.apply(null,passed);' +
        'if(needsDestructorStack){runDestructors(destructors)}else{for(var i=isClassMethodFunc?1:2;i<argTypes.length;++i){' +
        'if(argTypes[i].destructorFunction!==null){argTypes[i].destructorFunction(i===1?thisWired:wired[i-2])}}}' +
        'if(returns){return argTypes[0].fromWireType(rv)}}',
    ],
    [
      'var invokerFunction=new_(Function,params).apply(null,args);',
      'var invokerFunction=function(handle,name,destructors,args){var offset=0;var read=[];' +
        'for(var i=1;i<argCount;++i){read.push(types[i].readValueFromPointer(args+offset));offset+=types[i]["argPackAdvance"]}' +
        'var rv=handle[name].apply(handle,read);' +
        'for(var i=1;i<argCount;++i){if(types[i]["deleteObject"]){types[i].deleteObject(read[i-1])}}' +
        'if(!retType.isVoid){return retType.toWireType(destructors,rv)}};',
    ],
  ],
};

function edited(name: string, text: string): string {
  return (EDITS[name] ?? []).reduce((now, [was, is]) => {
    if (now.split(was).length !== 2) throw new Error(`${name} is not the release that is known: ${was}`);
    return now.replace(was, () => is);
  }, text);
}

/**
 * The files of @mediapipe/face_mesh that the photo step needs, by name: program, graph and models, for a browser with
 * SIMD. Changed so far that a worker runs them under a policy with 'wasm-unsafe-eval' and without 'unsafe-eval'.
 * Throws when the package is another release.
 */
export function faceMeshFiles(): ReadonlyMap<string, string | Buffer> {
  const files = FILES.map((name): [string, string | Buffer] => {
    const file = path.join(PACKAGE, name);
    return [name, name in EDITS ? edited(name, readFileSync(file, 'utf8')) : readFileSync(file)];
  });
  return new Map([...files, ['NOTICE.txt', NOTICE]]);
}

/** Copies them into the build, in a folder named after what is in them, with the worker that looks for them beside itself. */
export function faceMesh(): Plugin {
  const files = faceMeshFiles();
  const hash = createHash('sha256');
  for (const content of files.values()) hash.update(content);
  const folder = `assets/face-mesh-${hash.digest('hex').slice(0, 8)}`;
  return {
    name: 'face-mesh',
    config: () => ({
      worker: { rolldownOptions: { output: { entryFileNames: `${folder}/[name]-[hash].js` } } },
    }),
    generateBundle() {
      for (const [name, source] of files)
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source });
    },
  };
}
