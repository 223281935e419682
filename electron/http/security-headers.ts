/**
 * The content security policy of every page of the application, the same on app://, loopback and the displays: nothing
 * from elsewhere, no inline code or style, no frames (W3C Content Security Policy Level 3).
 */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
  "media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Headers that go with every answer to a window or display; the camera is the one feature a page may ask for. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * The policy of the face worker in the counter window: it may compile WebAssembly, and do no more than fetch its own files.
 * A worker goes by the policy of its own answer, so the page that starts it stays under the strict one (CSP 3, section 4.1.2
 * and 'wasm-unsafe-eval').
 */
export const FACE_WORKER_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'";

/** The headers that go with what a counter window asks for; `urlPath` without its query. */
export function counterHeaders(urlPath: string): Readonly<Record<string, string>> {
  return /^\/assets\/face-mesh-[0-9a-f]{8}\/face-worker-[\w-]+\.js$/.test(urlPath)
    ? { ...SECURITY_HEADERS, 'content-security-policy': FACE_WORKER_POLICY }
    : SECURITY_HEADERS;
}
