import { Config } from '../../../electron/core/settings/config-schema.ts';

/** A work profile for group B alone, which no counter has by itself. */
export const ONLY_B: Config['hall']['profiles'][number] = {
  id: 'alleen-b',
  name: 'Alleen B',
  by: 'norm',
  groups: [{ letter: 'B', weight: 1 }],
  finallyCallByMinutes: null,
  skills: [],
};

/** A configuration with two groups: A with a norm of 5 minutes on button 1, B with 15 minutes on button 2. */
export function hallConfig(
  change: Partial<Pick<Config, 'devices' | 'cashDrawer'>> & {
    readonly noShow?: Partial<Config['hall']['noShow']>;
    readonly chooseRight?: Config['hall']['chooseRight'];
    readonly profiles?: Config['hall']['profiles'];
    /** What a counter must have to help group A. */
    readonly needs?: Config['hall']['groups'][number]['needs'];
  } = {},
): Config {
  const { noShow, chooseRight, profiles, needs, ...rest } = change;
  const system = { url: 'https://centraal.test/api', secretName: 'geheim' };
  return Config.parse({
    municipality: { name: 'Gemeente Voorbeeld', rsin: '000000012', gemeentecode: '0262' },
    location: { id: 'stadhuis', name: 'Stadhuis' },
    workstation: { id: 'B1', number: 1, counter: 1 },
    central: {
      zgw: {
        zakenUrl: 'https://centraal.test/zaken',
        documentenUrl: 'https://centraal.test/documenten',
        catalogiUrl: 'https://centraal.test/catalogi',
        clientId: 'waarmee',
        secretName: 'geheim',
      },
      klantinteracties: system,
      brp: system,
    },
    hall: {
      ...(noShow && { noShow }),
      ...(chooseRight && { chooseRight }),
      ...(profiles && { profiles }),
      groups: [
        { letter: 'A', name: 'Afhalen', normMinutes: 5, button: 1, ...(needs && { needs }) },
        { letter: 'B', name: 'Burgerzaken', normMinutes: 15, button: 2 },
      ],
    },
    display: { port: 0 },
    ...rest,
  });
}
