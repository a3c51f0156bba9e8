/** The number of unit colours, distinct in both colour schemes; further units reuse them from the first on. */
export const UNIT_COLOURS = 8

const LIGHT = {
  paper: '#ffffff',
  box: '#ffffff',
  edge: '#7b8aa0',
  line: '#64748b',
  ink: '#0f172a',
  muted: '#475569',
  move: '#1d4ed8',
  lit: '#c2410c',
  'lit-box': '#fff7ed',
  badge: '#ffffff',
  added: '#15803d',
  removed: '#b91c1c',
  moved: '#7e22ce',
}

const DARK: typeof LIGHT = {
  paper: '#0b1220',
  box: '#1e293b',
  edge: '#64748b',
  line: '#94a3b8',
  ink: '#f1f5f9',
  muted: '#cbd5e1',
  move: '#93c5fd',
  lit: '#fdba74',
  'lit-box': '#431407',
  badge: '#0b1220',
  added: '#86efac',
  removed: '#fca5a5',
  moved: '#d8b4fe',
}

const UNITS_LIGHT = ['#2563eb', '#c2410c', '#15803d', '#9333ea', '#b45309', '#0e7490', '#be185d', '#4d7c0f']
const UNITS_DARK = ['#60a5fa', '#fb923c', '#4ade80', '#c084fc', '#fbbf24', '#22d3ee', '#f472b6', '#a3e635']

function variables(colours: Readonly<Record<string, string>>, units: readonly string[]): string {
  const all = [...Object.entries(colours), ...units.map((colour, unit) => [`u${String(unit)}`, colour])]
  return all.map(([name, colour]) => `--rg-${name}:${colour}`).join(';')
}

/** The style sheet of every picture. Its names start with rg, to avoid clashes with those of a surrounding page. */
export const SVG_STYLE = [
  `.rg{${variables(LIGHT, UNITS_LIGHT)};color-scheme:light dark;font-family:system-ui,'Segoe UI',Helvetica,Arial,sans-serif}`,
  `@media (prefers-color-scheme:dark){.rg{${variables(DARK, UNITS_DARK)}}}`,
  '.rg-paper{fill:var(--rg-paper)}',
  '.rg-box{fill:var(--rg-box);stroke:var(--rg-edge);stroke-width:1}',
  '.rg-vacant,.rg-more{stroke-dasharray:5 4}',
  '.rg-more{fill:none}',
  '.rg-box.rg-lit{fill:var(--rg-lit-box);stroke:var(--rg-lit);stroke-width:2.5}',
  '.rg-title{font-size:13px;font-weight:600;fill:var(--rg-ink)}',
  '.rg-meta,.rg-key{font-size:11.5px;fill:var(--rg-muted)}',
  '.rg-grade{text-anchor:end}',
  '.rg-open{font-style:italic}',
  '.rg-middle{text-anchor:middle}',
  '.rg-line,.rg-move{fill:none;stroke:var(--rg-line);stroke-width:1.5}',
  '.rg-halo{fill:none;stroke:var(--rg-paper);stroke-width:4}',
  '.rg-move{stroke:var(--rg-move);marker-end:url(#rg-move-end)}',
  '.rg-dotted{stroke-dasharray:6 4}',
  '.rg-across{marker-end:url(#rg-line-end)}',
  '.rg-line.rg-lit,.rg-move.rg-lit{stroke:var(--rg-lit);stroke-width:3}',
  '.rg-line-end{fill:var(--rg-line)}',
  '.rg-move-end{fill:var(--rg-move)}',
  '.rg-years{font-size:10.5px;fill:var(--rg-muted);text-anchor:end;paint-order:stroke;stroke:var(--rg-paper);stroke-width:4}',
  '.rg-badge{font-size:10.5px;font-weight:600;fill:var(--rg-badge);text-anchor:middle}',
  '.rg-below{fill:var(--rg-muted)}',
  ...['added', 'removed', 'moved'].map(
    (mark) =>
      `.rg-box.rg-${mark}{stroke:var(--rg-${mark});stroke-width:2.5}.rg-flag.rg-${mark}{fill:var(--rg-${mark})}`,
  ),
  ...UNITS_LIGHT.map((_, unit) => `.rg-u${String(unit)}{fill:var(--rg-u${String(unit)})}`),
].join('\n')
