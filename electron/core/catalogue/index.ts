export { eigenschappenOf } from './eigenschappen.ts';
export { CatalogueError, loadCatalogue } from './load-catalogue.ts';
export type { Catalogue } from './load-catalogue.ts';
