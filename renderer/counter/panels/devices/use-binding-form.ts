import { useMemo, useState } from 'react';
import type { DriverCard } from '../../../../shared/contract/device-discovery.ts';
import type { DeviceBinding, DeviceRole } from '../../../../shared/contract/device-protocol.ts';
import type { WizardStart } from './bind-wizard.tsx';
import { type LineSettings, typedPlace, withLine } from './place.ts';
import type { DeviceSetup } from './use-device-setup.ts';

/** Where one cable of a device goes: a device that was found (by its path), or a typed place. */
export interface PlaceChoice {
  readonly found: string | null;
  readonly typed: string;
  readonly line: LineSettings;
}

/** A place of which nothing has been chosen yet. */
export const NO_PLACE: PlaceChoice = {
  found: null,
  typed: '',
  line: { baudRate: 9600, parity: 'none', rtscts: false },
};

type Settings = DeviceBinding['settings'];

/** What is filled in, and the binding once it is whole. */
export function useBindingForm(setup: DeviceSetup, start: WizardStart) {
  const [role, setRole] = useState<DeviceRole | null>(start.role ?? null);
  const [driver, setDriver] = useState<string>();
  const [places, setPlaces] = useState<Readonly<Record<string, PlaceChoice>>>(() => startPlaces(start));
  const [settings, setSettings] = useState<Settings>({});
  const cards = setup.drivers.filter((card) => card.role === role);
  const fitting = start.device?.fits.find((fit) => fit.role === role)?.driver;
  const card = cards.find(({ name }) => name === (driver ?? fitting)) ?? cards[0];
  const binding = useMemo(
    () => (role && card ? bindingOf(setup, role, card, places, settings) : undefined),
    [setup, role, card, places, settings],
  );
  return {
    role,
    cards,
    card,
    places,
    settings,
    binding,
    setRole(next: DeviceRole) {
      setRole(next);
      setDriver(undefined);
      setSettings({});
    },
    setDriver(next: string) {
      setDriver(next);
      setSettings({});
    },
    setPlace: (name: string, place: PlaceChoice) => setPlaces({ ...places, [name]: place }),
    /** Undefined: what the driver does by itself. */
    setSetting(name: string, value: Settings[string] | undefined) {
      const { [name]: _, ...others } = settings;
      setSettings(value === undefined ? others : { ...others, [name]: value });
    },
  };
}

function startPlaces({ device }: WizardStart): Record<string, PlaceChoice> {
  if (!device) return {};
  return { [device.fits[0]?.endpoint ?? 'main']: { ...NO_PLACE, found: device.path } };
}

function bindingOf(
  setup: DeviceSetup,
  role: DeviceRole,
  card: DriverCard,
  places: Readonly<Record<string, PlaceChoice>>,
  settings: Settings,
): DeviceBinding | undefined {
  const endpoints: DeviceBinding['endpoints'] = {};
  for (const { name, kinds } of card.endpoints) {
    const { found, typed, line } = places[name] ?? NO_PLACE;
    const device = setup.found?.find(({ path }) => path === found);
    const endpoint = device?.endpoint ?? typedPlace(typed, kinds);
    if (!endpoint) return undefined;
    endpoints[name] = withLine(endpoint, line);
  }
  return { role, driver: card.name, endpoints, settings };
}
