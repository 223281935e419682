export { createKeptZaken, createKeptZakenSweep, type KeptZaak, type KeptZaken } from './kept-zaken.ts';
