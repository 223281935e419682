/**
 * The scope that a request to one of the ZGW APIs needs (zrc-006, drc-007, ztc: the authorisation tables of the
 * standards). A first status needs less than a later one; here both need the later one's.
 */
export function scopeOf(method: string, path: string): string {
  const [, api = '', , , collection = ''] = path.split('/');
  if (method === 'GET' || path.endsWith('/_zoek')) return `${api}.lezen`;
  if (/^\/documenten\/.*\/(?:un)?lock$/.test(path)) return 'documenten.lock';
  if (collection === 'statussen') return 'zaken.statussen.toevoegen';
  const makes =
    (collection === 'zaken' && path.split('/').length === 5) || collection === 'zaakinformatieobjecten';
  if (api === 'zaken') return makes ? 'zaken.aanmaken' : 'zaken.bijwerken';
  return method === 'POST' && path.split('/').length === 5 ? `${api}.aanmaken` : `${api}.bijwerken`;
}
