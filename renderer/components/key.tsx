/** A key combination as the clerk reads it, such as "F2" or "Shift+F2". Not read aloud: the help page tells the keys. */
export function Key({ combo }: { readonly combo: string }) {
  return (
    <kbd aria-hidden>{combo.replace('ArrowLeft', '←').replace('ArrowRight', '→').replaceAll('+', ' ')}</kbd>
  );
}
