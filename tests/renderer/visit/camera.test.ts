// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { cameraProblem, webcamSource } from '../../../renderer/counter/visit/photo/photo-source.ts';
import { useCamera } from '../../../renderer/counter/visit/photo/use-camera.ts';
import { watchFrames } from '../../../renderer/counter/visit/photo/watch-frames.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Cameras A and B, of which the test can pull the plug, and a storage that remembers `chosen`. */
function plugIn(chosen: string | null = null) {
  const stopped: string[] = [];
  const tracks: EventTarget[] = [];
  const devices = ['A', 'B'].map((id) => ({ kind: 'videoinput', deviceId: id, label: `Camera ${id}` }));
  const getUserMedia = vi.fn(async ({ video }: MediaStreamConstraints) => {
    const wanted = typeof video === 'object' ? video.deviceId : undefined;
    const exact = typeof wanted === 'object' && 'exact' in wanted ? String(wanted.exact) : undefined;
    const device = exact === undefined ? devices[0] : devices.find(({ deviceId }) => deviceId === exact);
    if (device === undefined) throw new DOMException('', exact ? 'OverconstrainedError' : 'NotFoundError');
    const { deviceId } = device;
    const track = Object.assign(new EventTarget(), {
      stop: () => stopped.push(deviceId),
      getSettings: () => ({ deviceId }),
    });
    tracks.push(track);
    return { getTracks: () => [track], getVideoTracks: () => [track] };
  });
  const media = Object.assign(new EventTarget(), {
    getUserMedia,
    enumerateDevices: async () => [...devices],
  });
  const kept = new Map(chosen === null ? [] : [['waarmee.camera', chosen]]);
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const source = webcamSource(media as never);
  return {
    stopped,
    getUserMedia,
    kept,
    use: () => renderHook(() => useCamera(true, source, storage)),
    unplug(id: string) {
      devices.splice(
        devices.findIndex(({ deviceId }) => deviceId === id),
        1,
      );
      act(() => void tracks.at(-1)?.dispatchEvent(new Event('ended')));
      act(() => void media.dispatchEvent(new Event('devicechange')));
    },
    plugBack(id: string) {
      devices.push({ kind: 'videoinput', deviceId: id, label: `Camera ${id}` });
      act(() => void media.dispatchEvent(new Event('devicechange')));
    },
  };
}

test.each([
  ['NotAllowedError', 'refused'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'other'],
  ['NotReadableError', 'inUse'],
  ['NotSupportedError', 'unsupported'],
  ['TypeError', 'failed'],
])('%s means %s', (name, problem) => {
  expect(cameraProblem(new DOMException('', name))).toBe(problem);
});

test('a camera goes live in full HD, and its tracks stop when the step is left', async () => {
  const { stopped, getUserMedia, use } = plugIn();
  const { result, unmount } = use();
  await waitFor(() => expect(result.current.state.kind).toBe('live'));
  await waitFor(() => expect(result.current.devices).toHaveLength(2));
  expect(result.current.deviceId).toBe('A');
  expect(getUserMedia.mock.calls[0]?.[0]).toEqual({
    audio: false,
    video: { width: { ideal: 1920 }, height: { ideal: 1080 } },
  });
  unmount();
  expect(stopped).toEqual(['A']);
});

test('a camera that is unplugged is said to be gone, and goes on by itself when it is back', async () => {
  const { getUserMedia, use, unplug, plugBack } = plugIn();
  const { result } = use();
  await waitFor(() => expect(result.current.state.kind).toBe('live'));
  unplug('A');
  expect(result.current.state).toEqual({ kind: 'problem', problem: 'ended' });
  await waitFor(() => expect(result.current.devices).toHaveLength(1));
  // The other camera is not taken instead.
  expect(getUserMedia).toHaveBeenCalledOnce();
  plugBack('A');
  await waitFor(() => expect(result.current.state.kind).toBe('live'));
  expect(getUserMedia).toHaveBeenCalledTimes(2);
});

test('a chosen camera is opened by its id, after the first was stopped, and remembered', async () => {
  const { stopped, getUserMedia, kept, use } = plugIn();
  const { result } = use();
  await waitFor(() => expect(result.current.devices).toHaveLength(2));
  act(() => result.current.choose('B'));
  await waitFor(() => expect(result.current.state).toMatchObject({ feed: { deviceId: 'B' } }));
  expect(stopped).toEqual(['A']);
  expect(getUserMedia.mock.calls.at(-1)?.[0]).toMatchObject({ video: { deviceId: { exact: 'B' } } });
  expect([...kept.values()]).toEqual(['B']);
});

test('a remembered camera that is not there is asked about, never replaced', async () => {
  const { getUserMedia, use, plugBack } = plugIn('C');
  const { result } = use();
  await waitFor(() => expect(result.current.state).toEqual({ kind: 'problem', problem: 'other' }));
  await waitFor(() => expect(result.current.devices).toHaveLength(2));
  expect(result.current.deviceId).toBe('C');
  plugBack('C');
  await waitFor(() => expect(result.current.state).toMatchObject({ feed: { deviceId: 'C' } }));
  expect(getUserMedia).toHaveBeenCalledTimes(2);
});

test('a picture that stands still starts the camera again, and after three times says so', async () => {
  const { getUserMedia, use } = plugIn();
  const { result } = use();
  for (const opened of [1, 2]) {
    await waitFor(() => expect(result.current.state.kind).toBe('live'));
    expect(getUserMedia).toHaveBeenCalledTimes(opened);
    act(() => result.current.stalled());
  }
  await waitFor(() => expect(result.current.state.kind).toBe('live'));
  act(() => result.current.stalled());
  await waitFor(() => expect(result.current.state).toEqual({ kind: 'problem', problem: 'frozen' }));
  act(() => result.current.restart());
  await waitFor(() => expect(result.current.state.kind).toBe('live'));
});

test('a picture that moves in between is not stuck', async () => {
  const { use } = plugIn();
  const { result } = use();
  for (let times = 0; times < 5; times += 1) {
    await waitFor(() => expect(result.current.state.kind).toBe('live'));
    act(() => result.current.stalled());
    act(() => result.current.moving());
  }
  await waitFor(() => expect(result.current.state.kind).toBe('live'));
});

test('a camera that opens after the step was left is stopped at once', async () => {
  const { stopped, use } = plugIn();
  const { unmount } = use();
  unmount();
  await waitFor(() => expect(stopped).toEqual(['A']));
});

test('without media devices the step says so', async () => {
  const source = webcamSource(undefined);
  const storage = { getItem: () => null, setItem: () => undefined };
  const { result } = renderHook(() => useCamera(true, source, storage));
  await waitFor(() => expect(result.current.state).toEqual({ kind: 'problem', problem: 'unsupported' }));
  expect(await source.list()).toEqual([]);
});

/** A video element of which the test shows the frames. */
function video() {
  let next: (() => void) | undefined;
  return {
    requestVideoFrameCallback(callback: unknown) {
      next = callback as () => void;
      return 1;
    },
    cancelVideoFrameCallback() {
      next = undefined;
    },
    frame: () => next?.(),
    isWatched: () => next !== undefined,
  };
}

test('two seconds without a frame are told once, frames in time are not', () => {
  vi.useFakeTimers();
  const element = video();
  const heard = { moving: vi.fn(), stalled: vi.fn() };
  watchFrames(element, 2000, heard);
  for (let second = 0; second < 10; second += 1) {
    element.frame();
    element.frame();
    vi.advanceTimersByTime(1000);
  }
  expect(heard.stalled).not.toHaveBeenCalled();
  expect(heard.moving).toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(heard.stalled).toHaveBeenCalledOnce();
  expect(element.isWatched()).toBe(false);
});

test('a window that is not drawn says nothing about its camera, and an ended watch tells nothing', () => {
  vi.useFakeTimers();
  const drawn: FrameRequestCallback[] = [];
  const draw = vi
    .spyOn(globalThis, 'requestAnimationFrame')
    .mockImplementation((callback) => drawn.push(callback));
  const drawOnce = () => {
    for (const callback of drawn.splice(0).slice(-1)) callback(0);
  };
  const element = video();
  const stalled = vi.fn();
  const end = watchFrames(element, 2000, { moving: () => undefined, stalled });
  vi.advanceTimersByTime(20_000);
  drawOnce();
  element.frame();
  for (let time = 0; time < 20; time += 1) drawOnce();
  expect(stalled).not.toHaveBeenCalled();

  vi.advanceTimersByTime(5000);
  for (let time = 0; time < 9; time += 1) drawOnce();
  expect(stalled).not.toHaveBeenCalled();
  drawOnce();
  expect(stalled).toHaveBeenCalledOnce();

  const other = vi.fn();
  watchFrames(video(), 2000, { moving: () => undefined, stalled: other })();
  vi.advanceTimersByTime(20_000);
  for (let time = 0; time < 20; time += 1) drawOnce();
  expect(other).not.toHaveBeenCalled();
  draw.mockRestore();
  end();
});
