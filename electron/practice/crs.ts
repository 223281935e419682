import type { MiddlewareHandler } from 'hono';
import { Problem } from './problem.ts';

/**
 * Demands the coordinate system headers of the zaken collection: `Accept-Crs` on reading, `Content-Crs` on writing
 * and searching, both EPSG:4326. Absent gives 412, any other system 406.
 */
export function crsCheck(header: 'Accept-Crs' | 'Content-Crs'): MiddlewareHandler {
  return async (c, next) => {
    const value = c.req.header(header);
    if (value === undefined)
      throw new Problem(412, 'precondition_failed', 'Precondition failed', `'${header}' header ontbreekt`);
    if (value !== 'EPSG:4326')
      throw new Problem(406, 'not_acceptable', 'Not acceptable', `CRS '${value}' wordt niet ondersteund`);
    await next();
    c.header('Content-Crs', 'EPSG:4326');
  };
}
