/** The page for a browser without a valid link: what happened and what to do, in Dutch. */
export const NO_ACCESS_PAGE = `<!doctype html>
<html lang="nl" translate="no">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Waarmee: geen toegang</title></head>
<body>
<h1>Dit venster heeft geen toegang meer</h1>
<p>De link naar Waarmee werkt één keer, of Waarmee is intussen opnieuw gestart.</p>
<p>Er is niets verloren: alles wat u hebt afgerond, is bewaard.</p>
<p><strong>Sluit dit venster en start Waarmee opnieuw.</strong> U krijgt dan vanzelf een nieuw venster.
Start u Waarmee zonder venster? Open dan het adres dat achter <q>Balie:</q> staat.</p>
</body>
</html>
`;
