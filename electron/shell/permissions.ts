import type { Session, WebContents } from 'electron';
import { COUNTER_ORIGIN, isCounterUrl } from './protocol.ts';

/**
 * Denies every permission a page can ask for, by request and by check, but one: the counter window may use the camera
 * (without microphone) for the photo. Devices belong to the device process, so pages get none.
 */
export function limitPermissions(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >,
  isCounterWindow: (contents: WebContents | null) => boolean,
): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const types = 'mediaTypes' in details ? details.mediaTypes : undefined;
    const cameraOnly = permission === 'media' && types?.length === 1 && types[0] === 'video';
    answer(
      cameraOnly && details.isMainFrame && isCounterUrl(details.requestingUrl) && isCounterWindow(contents),
    );
  });
  session.setPermissionCheckHandler((contents, permission, requestingOrigin, details) => {
    const ours = requestingOrigin.replace(/\/$/, '') === COUNTER_ORIGIN && isCounterWindow(contents);
    return ours && permission === 'media' && details.mediaType === 'video' && details.isMainFrame;
  });
  session.setDevicePermissionHandler(() => false);
}
