/** Short names in addresses, of a display and of its profile: small letters, digits and hyphens. */
export const DISPLAY_NAME = /^[a-z0-9-]{1,30}$/;
