import type { DriverCard, DriverSetting, FoundKind } from '../shared/contract/device-discovery.ts';
import type { DriverEntry } from './registry.ts';

/** What a person needs to know of a driver to choose and set it. */
export function driverCard(entry: DriverEntry): DriverCard {
  return {
    name: entry.name,
    role: entry.role,
    endpoints: entry.endpoints.map((name) => ({
      name,
      kinds: kindsOf(entry, name),
    })),
    settings: settingsOf(entry.settingsSchema()),
  };
}

/** The buses on which the device of an endpoint can be; serial where the driver does not say. */
function kindsOf({ fits = [] }: DriverEntry, endpoint: string): FoundKind[] {
  const kinds = fits.filter((fit) => fit.endpoint === endpoint).map(({ kind }) => kind);
  return kinds.length > 0 ? [...new Set(kinds)] : ['serial'];
}

/** The settings of a JSON schema, flat; what is no text, number, choice or yes/no has no place in a form. */
function settingsOf(schema: unknown): DriverSetting[] {
  if (!isRecord(schema) || !isRecord(schema['properties'])) return [];
  return Object.entries(schema['properties']).flatMap(([name, property]) => {
    if (!isRecord(property)) return [];
    const kind = kindOf(property);
    if (!kind) return [];
    const choices = property['enum'];
    const setting: DriverSetting = {
      name,
      kind,
      ...(Array.isArray(choices) && { choices: choices.map(String) }),
      ...number('minimum', property['minimum']),
      ...number('maximum', property['maximum']),
    };
    const preset = property['default'];
    const isPlain = typeof preset === 'string' || typeof preset === 'number' || typeof preset === 'boolean';
    return [isPlain ? { ...setting, default: preset } : setting];
  });
}

function kindOf(property: Readonly<Record<string, unknown>>): DriverSetting['kind'] | undefined {
  if (Array.isArray(property['enum'])) return 'choice';
  switch (property['type']) {
    case 'boolean':
      return 'yesNo';
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
      return 'text';
    default:
      return undefined;
  }
}

function number(name: 'minimum' | 'maximum', value: unknown) {
  return typeof value === 'number' && Math.abs(value) < 1e9 ? { [name]: value } : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
