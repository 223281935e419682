// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { cameraProblem } from '../../../renderer/counter/visit/photo/camera.ts';
import { useCamera } from '../../../renderer/counter/visit/photo/use-camera.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A camera with one track, of which the test can pull the plug. */
function plugIn() {
  const track = Object.assign(new EventTarget(), { stop: vi.fn() });
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
  const getUserMedia = vi.fn(async (_wanted: MediaStreamConstraints) => stream);
  const devices = ['Camera A', 'Camera B'].map((label) => ({ kind: 'videoinput', deviceId: label, label }));
  const mediaDevices = Object.assign(new EventTarget(), {
    getUserMedia,
    enumerateDevices: async () => devices,
  });
  vi.stubGlobal('navigator', { mediaDevices });
  return { track, getUserMedia };
}

test.each([
  ['NotAllowedError', 'refused'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'inUse'],
  ['TypeError', 'failed'],
])('%s means %s', (name, problem) => {
  expect(cameraProblem(new DOMException('', name))).toBe(problem);
});

test('a camera goes live, and its tracks stop when the step is left', async () => {
  const { track } = plugIn();
  const { result, unmount } = renderHook(() => useCamera(true));
  await waitFor(() => expect(result.current.state.kind).toBe('live'));
  await waitFor(() => expect(result.current.devices).toHaveLength(2));
  unmount();
  expect(track.stop).toHaveBeenCalledOnce();
});

test('a camera that is unplugged is said to be gone, and can be started again', async () => {
  const { track, getUserMedia } = plugIn();
  const { result } = renderHook(() => useCamera(true));
  await waitFor(() => expect(result.current.state.kind).toBe('live'));
  act(() => void track.dispatchEvent(new Event('ended')));
  expect(result.current.state).toEqual({ kind: 'problem', problem: 'ended' });
  act(() => result.current.restart());
  await waitFor(() => expect(result.current.state.kind).toBe('live'));
  expect(getUserMedia).toHaveBeenCalledTimes(2);
});

test('another camera is opened by its id, after the first was stopped', async () => {
  const { track, getUserMedia } = plugIn();
  const { result } = renderHook(() => useCamera(true));
  await waitFor(() => expect(result.current.devices).toHaveLength(2));
  act(() => result.current.choose('Camera B'));
  await waitFor(() => expect(getUserMedia).toHaveBeenCalledTimes(2));
  expect(track.stop).toHaveBeenCalledOnce();
  expect(getUserMedia.mock.calls[1]?.[0]).toMatchObject({ video: { deviceId: { exact: 'Camera B' } } });
});

test('a camera that opens after the step was left is stopped at once', async () => {
  const { track, getUserMedia } = plugIn();
  const { unmount } = renderHook(() => useCamera(true));
  unmount();
  await getUserMedia.mock.results[0]?.value;
  await waitFor(() => expect(track.stop).toHaveBeenCalledOnce());
});

test('without media devices the step says so', () => {
  vi.stubGlobal('navigator', {});
  const { result } = renderHook(() => useCamera(true));
  expect(result.current.state).toEqual({ kind: 'problem', problem: 'unsupported' });
});
