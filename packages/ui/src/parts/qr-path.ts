/**
 * Draws a QR symbol as one SVG path, a rectangle for each run of dark modules in a row.
 * @param modules rows of equal length, `true` is dark; the quiet zone around them included
 */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  let path = '';
  modules.forEach((row, y) => {
    let start = -1;
    for (let x = 0; x <= row.length; x += 1) {
      const isDark = row[x] === true;
      if (isDark && start === -1) start = x;
      if (!isDark && start !== -1) {
        path += `M${start} ${y}h${x - start}v1h-${x - start}z`;
        start = -1;
      }
    }
  });
  return path;
}
