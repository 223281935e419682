/** The look of the page: readable at arm's length on the smallest phone, dark where the phone is dark. */
export const PAGE_CSS = `
*, *::before, *::after { box-sizing: border-box; }
:root { color-scheme: light dark; --ground: #f2f6fb; --ink: #08233f; --bar: var(--basis-color-accent-1-inverse-bg-default, #154273); }
@media (prefers-color-scheme: dark) { :root { --ground: #08162a; --ink: #f2f6fb; } }
body { margin: 0; min-height: 100svh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink);
  font: 1.25rem/1.4 var(--basis-text-font-family-default, system-ui), "Noto Sans", sans-serif; }
header { padding: 0.75rem 1.25rem; background: var(--bar); color: #fff; }
main { flex: 1; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 1.25rem;
  padding: 1.5rem 1.25rem; text-align: center; }
h1 { margin: 0; font-size: 1.25rem; font-weight: 600; }
.number { display: block; font-size: clamp(5rem, 28vw, 9rem); line-height: 1.05; font-weight: 700; font-variant-numeric: tabular-nums; }
.to { margin: 0; padding: 0 1.5rem; border-radius: 1rem; background: var(--bar); color: #fff; font-size: 4.5rem; line-height: 1.3; font-weight: 700; }
section { max-width: 32rem; }
section p { margin: 0 0 0.5rem; }
section p:first-child { font-size: 1.5rem; font-weight: 600; }
section + section { width: 100%; padding-top: 1.25rem; border-top: 1px solid currentColor; }
#offline { margin: 0; padding: 1rem 1.25rem; background: #ffe8a3; color: #3d2c00; }
`;

/** Asks for the page anew every ten seconds and when somebody looks at it again; a call makes the phone buzz. */
export const PAGE_JS = `
const main = document.querySelector('main');
const offline = document.querySelector('#offline');
let timer;
async function look() {
  clearTimeout(timer);
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    if (!answer.ok && answer.status !== 404) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.querySelector('main');
    if (!next) throw new Error('another page');
    offline.hidden = true;
    const before = main.dataset.state;
    if (next.innerHTML.replace(/\\s+/g, ' ') !== main.innerHTML.replace(/\\s+/g, ' ')) {
      main.dataset.state = next.dataset.state;
      main.replaceChildren(...next.childNodes);
      document.title = page.title;
      if (next.dataset.state === 'called') navigator.vibrate?.([300, 150, 300]);
    }
    if (main.dataset.state === 'unknown' && before === 'unknown') return;
  } catch {
    offline.hidden = false;
  }
  timer = setTimeout(look, 10_000);
}
timer = setTimeout(look, 10_000);
document.addEventListener('visibilitychange', () => { if (!document.hidden) void look(); });
`;
