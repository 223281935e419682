#!/usr/bin/env node
// `npm run check` and the like: installs what is missing, with `--built` also builds it, then runs the script that is
// named with the Node of the project. Runs on Node 20 with nothing installed.
import path from 'node:path';
import { built, installed, root, runScript } from './launch-ready.mjs';
import { watchParent } from './launch-processes.mjs';

watchParent();
const words = process.argv.slice(2);
const needsBuild = words[0] === '--built';
const [script, ...args] = needsBuild ? words.slice(1) : words;
const node = await installed();
if (needsBuild) await built(node);
await runScript(node, path.join(root, script), args);
