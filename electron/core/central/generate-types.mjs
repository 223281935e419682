// Makes TypeScript types of the official API descriptions in resources/specs, in electron/core/central/generated.
// The first line of each tells the SHA-256 of its description and of this file, and the version of openapi-typescript: only
// what is missing or was made of something else is made. Run by `npm run generate`.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
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

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const { version } = createRequire(import.meta.url)('openapi-typescript/package.json');
const generator = sha256(await readFile(fileURLToPath(import.meta.url), 'utf8'));

/** The first line of the types of a description. */
function titleOf(spec, yaml) {
  const by = `openapi-typescript ${version} and generate-types.mjs ${generator}`;
  return `// Generated from resources/specs/${spec} ${sha256(yaml)} by ${by}; not edited by hand.\n`;
}

/** The text of a file; empty when there is none. */
async function textOf(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
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
  const yaml = await readFile(path.join(specs, spec), 'utf8');
  const title = titleOf(spec, yaml);
  const target = path.join(generated, `${name}.ts`);
  if ((await textOf(target)).startsWith(title)) return false;
  const { default: openapiTs, astToString } = await import('openapi-typescript');
  const nodes = await openapiTs(withoutRemoteRefs(yaml), { silent: true });
  await writeFile(`${target}.part`, `${title}${astToString(nodes)}`);
  await rename(`${target}.part`, target);
  return true;
}

await mkdir(generated, { recursive: true });
for (const [name, spec] of Object.entries(SOURCES)) {
  if (await generate(name, spec)) console.log(`generated ${name} from ${spec}`);
}
