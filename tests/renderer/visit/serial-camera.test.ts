// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import type { PhotoSource } from '../../../renderer/counter/visit/photo/photo-source.ts';
import {
  eitherSource,
  SERIAL_CAMERA,
  serialCameraSource,
} from '../../../renderer/counter/visit/photo/serial-camera.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A camera that gives one letter after the other as its picture, until the test says otherwise. */
function serialCamera() {
  vi.useFakeTimers();
  const shown: string[] = [];
  let next = 0;
  let failure: string | undefined;
  let there = true;
  let tell = (): void => undefined;
  const stopTrack = vi.fn();
  const source = serialCameraSource(
    {
      label: 'Serieel',
      isThere: () => there,
      onChange: (changed) => {
        tell = changed;
        return () => {
          tell = () => undefined;
        };
      },
      takePhoto: async () =>
        failure === undefined
          ? { ok: true, value: { jpeg: btoa(String.fromCharCode(97 + next++)) } }
          : { ok: false, error: { code: 'cameraFailed', detail: failure } },
    },
    () => ({
      stream: { getTracks: () => [{ stop: stopTrack }] } as never,
      show: async (jpeg) => void shown.push(await jpeg.text()),
    }),
  );
  return {
    source,
    shown,
    stopTrack,
    fail: (reason?: string) => {
      failure = reason;
    },
    leave: () => {
      there = false;
    },
    come: () => {
      there = true;
    },
    tell: () => tell(),
    asked: () => next,
    pictures: (count: number) => vi.advanceTimersByTimeAsync(300 * count),
  };
}

test('it is live with its first picture, goes on with the next, and asks nothing more when the step is left', async () => {
  const { source, shown, stopTrack, asked, pictures } = serialCamera();
  expect(await source.list()).toEqual([{ deviceId: SERIAL_CAMERA, label: 'Serieel' }]);
  const feed = await source.open(SERIAL_CAMERA);
  expect([feed.deviceId, shown]).toEqual([SERIAL_CAMERA, ['a']]);
  await pictures(2);
  expect(shown).toEqual(['a', 'b', 'c']);
  feed.stop();
  await pictures(5);
  expect([asked(), stopTrack.mock.calls.length]).toEqual([3, 1]);
});

test('it tells when it comes and when it goes, and nothing of its being busy with a picture', () => {
  const { source, leave, come, tell } = serialCamera();
  const changed = vi.fn();
  const end = source.onChange(changed);
  tell();
  tell();
  expect(changed).toHaveBeenCalledTimes(0);
  leave();
  tell();
  tell();
  expect(changed).toHaveBeenCalledTimes(1);
  come();
  tell();
  expect(changed).toHaveBeenCalledTimes(2);
  end();
  leave();
  tell();
  expect(changed).toHaveBeenCalledTimes(2);
});

test('one broken picture is asked again; two in a row end it, once', async () => {
  const { source, shown, fail, pictures } = serialCamera();
  const feed = await source.open(SERIAL_CAMERA);
  const ended = vi.fn();
  feed.onEnded(ended);
  fail('failure');
  await pictures(1);
  fail();
  await pictures(1);
  expect([shown, ended.mock.calls.length]).toEqual([['a', 'b'], 0]);
  fail('offline');
  await pictures(6);
  expect(ended).toHaveBeenCalledTimes(1);
});

test.each([
  ['offline', 'NotFoundError'],
  ['inUse', 'NotReadableError'],
  ['noPermission', 'NotAllowedError'],
  ['failure', 'OperationError'],
])('a camera with %s does not open: %s', async (reason, name) => {
  const { source, fail } = serialCamera();
  fail(reason);
  await expect(source.open(SERIAL_CAMERA)).rejects.toMatchObject({ name });
});

test('a camera of the browser goes first, unless another was chosen or it is the only one', async () => {
  const serial = serialCamera();
  const cameras = [{ deviceId: 'A', label: 'A' }];
  const open = vi.fn(async (deviceId: string | null) => ({ deviceId: deviceId ?? 'A' }) as never);
  const browser: PhotoSource = { list: async () => [...cameras], open, onChange: () => () => undefined };
  const either = eitherSource(browser, serial.source);
  expect((await either.list()).map(({ deviceId }) => deviceId)).toEqual(['A', SERIAL_CAMERA]);
  expect((await either.open(null)).deviceId).toBe('A');
  expect((await either.open('A')).deviceId).toBe('A');
  const chosen = await either.open(SERIAL_CAMERA);
  expect(chosen.deviceId).toBe(SERIAL_CAMERA);
  chosen.stop();
  cameras.pop();
  const only = await either.open(null);
  expect(only.deviceId).toBe(SERIAL_CAMERA);
  only.stop();
  serial.leave();
  await either.open(null);
  expect(open).toHaveBeenCalledTimes(3);
});
