import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (!root) throw new Error('no root');
createRoot(root).render(<button type="button">Aanmelden</button>);
