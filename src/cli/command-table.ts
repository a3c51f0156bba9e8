import type { CommandRow, OptionRow } from './call.js'
import { READING } from './reading/reading-rows.js'
import { WRITTEN } from './writing/exports.js'

const LENIENT: OptionRow = {
  flags: '--lenient',
  text: 'continue with what can be read of a chart with errors',
}
const CHART = ['<chart>', 'a file, or - for the standard input'] as const
const OUTPUT: OptionRow = {
  flags: '-o, --output <file>',
  text: 'write to a file; the default is the standard output',
}
const LINES: OptionRow = {
  flags: '--lines <kind>',
  text: 'which lines count',
  words: ['solid', 'dotted', 'all'],
}
const TEXT_OR_JSON: OptionRow = { flags: '--format <format>', text: 'what to write', words: ['text', 'json'] }
const POLICY: OptionRow = {
  flags: '--policy <file>',
  text: 'your own rules; default: rolegraph.policy.json, if it exists',
}

const APPROVAL: OptionRow = {
  flags: '--approval <file>',
  text: 'an approval policy, in JSON or YAML',
}

/** All subcommands, in the order of the help. */
export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'check',
    summary: 'find problems in the structure of charts, and where they break your policy',
    words: [['<charts...>', 'files, or - for the standard input']],
    options: [
      {
        flags: '--format <format>',
        text: 'what to write',
        words: ['text', 'json', 'markdown', 'sarif', 'junit', 'github'],
      },
      POLICY,
      {
        flags: '--fail-on <severity>',
        text: 'the lowest severity that fails the check',
        words: ['error', 'warning', 'info'],
      },
      APPROVAL,
      { flags: '--max <number>', text: 'the maximum number of problems to list per file' },
      ...READING,
    ],
    examples: ['rolegraph check org.yaml', 'rolegraph check staff.csv --format sarif > rolegraph.sarif'],
    load: async () => (await import('./commands/check.js')).check,
  },
  {
    name: 'show',
    summary: 'show a chart as a tree, or the details of a role or unit',
    words: [CHART, ['[role]', 'an id, a title or an alias']],
    options: [
      TEXT_OR_JSON,
      { flags: '--depth <layers>', text: 'how many layers of the tree' },
      { flags: '--stable', text: 'one fact per line, for git diff' },
      LENIENT,
      ...READING,
    ],
    examples: ['rolegraph show org.yaml', "rolegraph show org.yaml 'PMO Manager'"],
    load: async () => (await import('./commands/show.js')).show,
  },
  {
    name: 'ask',
    summary: 'answer a question in words',
    words: [CHART, ['<question...>', 'who does the analyst report to?']],
    options: [
      TEXT_OR_JSON,
      { flags: '--pmo', text: 'understand the questions about project management offices too' },
      { ...APPROVAL, text: 'understand questions about who approves by this policy too' },
      LENIENT,
      ...READING,
    ],
    examples: [
      "rolegraph ask org.yaml 'who does the analyst report to?'",
      'rolegraph ask org.yaml path from analyst to cpo',
    ],
    load: async () => (await import('./commands/ask.js')).ask,
  },
  {
    name: 'approve',
    summary: 'show who approves a request; exits with 1 if nobody can',
    words: [CHART, ['<policy>', 'an approval policy, in JSON or YAML']],
    options: [
      { flags: '--requester <role>', text: 'who makes the request: an id, a title or an alias' },
      { flags: '--person <id>', text: 'the person who makes it' },
      { flags: '--amount <number>', text: 'the amount' },
      { flags: '--currency <code>', text: 'its currency; default: that of the policy' },
      { flags: '--kind <kind>', text: 'the kind of request' },
      { flags: '--date <date>', text: 'the day of the request, YYYY-MM-DD; default: today' },
      { flags: '--format <format>', text: 'what to write', words: ['text', 'json', 'mermaid', 'svg'] },
      LENIENT,
      ...READING,
    ],
    examples: ['rolegraph approve org.yaml approvals.json --requester analyst --amount 5000'],
    load: async () => (await import('./commands/approve.js')).approve,
  },
  {
    name: 'path',
    summary: 'find the career path, or the reporting path, from one role to another',
    words: [CHART, ['<from>', 'an id, a title or an alias'], ['<to>', 'an id, a title or an alias']],
    options: [
      TEXT_OR_JSON,
      { flags: '--by <measure>', text: 'what is shortest', words: ['steps', 'years'] },
      { flags: '--avoid <role>', text: 'a role to avoid', isList: true },
      { flags: '--reporting', text: 'along reporting lines, through the nearest common manager' },
      LINES,
      LENIENT,
      ...READING,
    ],
    examples: ['rolegraph path org.yaml analyst cpo --by years'],
    load: async () => (await import('./commands/path.js')).path,
  },
  {
    name: 'stats',
    summary: 'count roles, layers, spans and people',
    words: [CHART],
    options: [
      { flags: '--format <format>', text: 'what to write', words: ['text', 'json', 'markdown'] },
      LENIENT,
      ...READING,
    ],
    examples: ['rolegraph stats staff.csv'],
    load: async () => (await import('./commands/stats.js')).stats,
  },
  {
    name: 'convert',
    summary: 'convert a chart to an org document, or to the format of another program',
    words: [CHART],
    options: [
      {
        flags: '--to <format>',
        text: 'the format; default: from the extension of the output, else json',
        words: WRITTEN,
      },
      OUTPUT,
      LENIENT,
      ...READING,
    ],
    examples: [
      'rolegraph convert staff.csv -o org.yaml',
      'rolegraph convert org.yaml --to graphml -o org.graphml',
    ],
    load: async () => (await import('./commands/convert.js')).convert,
  },
  {
    name: 'render',
    summary: 'draw a chart',
    words: [CHART],
    options: [
      {
        flags: '--to <format>',
        text: 'the format; default: from the extension of the output, else svg',
        words: ['svg', 'html', 'mermaid', 'dot', 'text'],
      },
      OUTPUT,
      { flags: '--root <role>', text: 'draw the part below a role or unit' },
      { flags: '--depth <layers>', text: 'how many layers below the root' },
      { flags: '--relations <kind>', text: 'what to draw', words: ['reporting', 'career', 'both'] },
      LINES,
      { flags: '--highlight <role>', text: 'a role to highlight', isList: true },
      { flags: '--by-unit', text: 'group the roles by unit' },
      { flags: '--after <chart>', text: 'the chart after some changes, which are marked' },
      {
        flags: '--fields <fields>',
        text: 'what boxes and the panel of a page show, such as usual,cost; separated by commas',
        isList: true,
      },
      {
        flags: '--layout <layout>',
        text: 'how boxes are arranged; Mermaid and DOT support the first two',
        words: ['top-down', 'left-to-right', 'indented', 'compact'],
      },
      { flags: '--frames', text: 'draw frames around units' },
      { flags: '--title <text>', text: 'the title of a picture, of printed pages or of a page' },
      {
        flags: '--caption <text>',
        text: 'with --after, twice: draw both charts next to each other, with these captions',
        isList: true,
      },
      {
        flags: '--pages <paper>',
        text: 'in SVG, to print: one file per page, such as org-1.svg',
        words: ['a4', 'a3', 'a4-portrait', 'a3-portrait'],
      },
      { flags: '--tiles', text: 'with --pages: overlapping pages, not one page per team' },
      { flags: '--date <text>', text: 'with --pages: a date, printed on each page' },
      {
        flags: '--color-by <field>',
        text: 'in a page: the field by which boxes are coloured, such as grade',
      },
      { flags: '--edit', text: 'in a page: roles can be moved, added, removed and assigned' },
      { flags: '--policy <file>', text: 'with --edit: the rules that are checked after each edit' },
      { flags: '--approval <file>', text: 'in a page: show who approves by this policy, in JSON or YAML' },
      LENIENT,
      ...READING,
    ],
    examples: [
      'rolegraph render org.yaml -o org.svg',
      'rolegraph render org.yaml -o org.svg --pages a3',
      'rolegraph render org.yaml -o org.html --edit',
      'rolegraph render main.yaml --after branch.yaml -o changes.html',
      'rolegraph render org.yaml -o org.html --approval approvals.json',
    ],
    load: async () => (await import('./commands/render.js')).render,
  },
  {
    name: 'diff',
    summary: 'compare two charts; like diff, exits with 1 if they differ',
    words: [
      [
        '<charts...>',
        'the chart before and the chart after, or the arguments that git passes to an external diff',
      ],
    ],
    options: [
      { flags: '--format <format>', text: 'what to write', words: ['text', 'json', 'markdown'] },
      { flags: '--picture', text: 'in Markdown: with a picture that GitHub and GitLab draw' },
      { flags: '--svg <file>', text: 'also draw both charts' },
      POLICY,
      LENIENT,
      ...READING,
    ],
    examples: [
      'rolegraph diff main.yaml branch.yaml --format markdown',
      "git config diff.rolegraph.command 'rolegraph diff'",
    ],
    load: async () => (await import('./commands/diff.js')).diff,
  },
  {
    name: 'merge',
    summary: 'merge two versions of one chart; also works as a git merge driver',
    words: [['<charts...>', 'the common base, our chart and their chart']],
    options: [
      { flags: '--driver', text: 'run as a git merge driver: %O %A %B %L %P %S %X %Y follow' },
      { flags: '--ours', text: 'resolve conflicts in favour of our side' },
      { flags: '--theirs', text: 'resolve conflicts in favour of their side' },
      OUTPUT,
      LENIENT,
      ...READING,
    ],
    examples: ['rolegraph merge base.yaml ours.yaml theirs.yaml -o merged.yaml'],
    load: async () => (await import('./commands/merge.js')).merge,
  },
  {
    name: 'types',
    summary: 'write a TypeScript declaration of the ids of a chart',
    words: [CHART],
    options: [
      OUTPUT,
      { flags: '--name <type>', text: 'the name of the type; default: Chart' },
      { flags: '--people', text: 'include the ids of people' },
      LENIENT,
      ...READING,
    ],
    examples: ['rolegraph types org.yaml -o org.types.d.ts'],
    load: async () => (await import('./commands/id-types.js')).idTypes,
  },
  {
    name: 'init',
    summary: 'write a chart, a policy, a test and a workflow to start from',
    words: [],
    options: [],
    examples: [],
    load: async () => (await import('./commands/init.js')).init,
  },
  {
    name: 'completion',
    summary: 'print a shell completion script',
    words: [['<shell>', 'bash, zsh or fish']],
    options: [],
    examples: ['source <(rolegraph completion bash)'],
    load: async () => (await import('./commands/completion.js')).completion,
  },
]
