// Makes TypeScript types of the official API descriptions in resources/specs, in electron/core/central/generated.
// Only what is missing or older than its description (or than this file) is made; run by `npm run generate`.
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const specs = path.resolve(here, '../../../resources/specs');
const generated = path.join(here, 'generated');

const SOURCES = {
  zaken: 'zaken-1.5.1-openzaak.yaml',
  documenten: 'documenten-1.4.2-openzaak.yaml',
  catalogi: 'catalogi-1.3.1-openzaak.yaml',
  klantinteracties: 'klantinteracties-0.9.0-openklant-2.18.0.yaml',
  brp: 'brp-personen-2.7.0.yaml',
};

/** Milliseconds of the last change; minus infinity when there is no such file. */
async function changedAt(file) {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}

/**
 * Two descriptions point to a file on the web, only inside `_expand`, which the application never asks for. An empty
 * schema stands in for it, so that nothing is downloaded.
 */
function withoutRemoteRefs(yaml) {
  return yaml.replaceAll(/- \$ref: https:\/\/\S+/g, '- type: object');
}

async function generate(name, spec) {
  const source = path.join(specs, spec);
  const target = path.join(generated, `${name}.ts`);
  const newest = Math.max(await changedAt(source), await changedAt(fileURLToPath(import.meta.url)));
  if ((await changedAt(target)) > newest) return false;
  const { default: openapiTs, astToString } = await import('openapi-typescript');
  const nodes = await openapiTs(withoutRemoteRefs(await readFile(source, 'utf8')), { silent: true });
  const text = `// Generated from resources/specs/${spec}; not edited by hand.\n${astToString(nodes)}`;
  await writeFile(`${target}.part`, text);
  await rename(`${target}.part`, target);
  return true;
}

await mkdir(generated, { recursive: true });
for (const [name, spec] of Object.entries(SOURCES)) {
  if (await generate(name, spec)) console.log(`generated ${name} from ${spec}`);
}
