/**
 * Suggestions of the library name its options. The command has some of them under other names; the rest are for a script, and the suggestion
 * says so. The first that fits a part of a text replaces it.
 */
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/\bcolumns: \{ (\w+): '…' \}, or null for none/g, '--column $1=…, or --column $1= for none'],
  [/\bName it, (\w+): '…', or null for none/g, 'Name it: --column $1=…, or --column $1= for none'],
  [/\bName it, id: '…'/g, 'Name it: --column id=…'],
  [
    /\bpass decimal: ',', or keep the column as text: columns: \{ (\w+): null \}/g,
    "leave the column out with --column $1=, or in a script pass decimal: ','",
  ],
  [/\bcolumns: \{ (\w+): null \}/g, '--column $1='],
  [/\bcolumns: \{ (\w+): '([^']*)' \}/g, '--column $1=$2'],
  [/\bwith columns\b/g, 'with --column'],
  [
    /\btops: \['0'\] to confirm this, or tops: \[\] to have/g,
    "--top '0' to confirm this, or in a script tops: [] to have",
  ],
  [/\btops: \['([^']*)'\]/g, "--top '$1'"],
  [/\bfrom tops\b/g, 'from --top'],
  [/\bdeclare its encoding: \{ encoding: '([^']*)' \}/g, 'declare its encoding: --encoding $1'],
  [/\bencoding: '([^']*)'/g, '--encoding $1'],
  [/\bleave encoding out\b/g, 'leave --encoding out'],
  [/\bmatch: '(\w+)'/g, '--match $1'],
  [/\b([Pp])ass match\b/g, '$1ass --match'],
  [/\bpass another match\b/g, 'pass another --match'],
  [/\braise limits\.issues\b/g, 'raise limits.issues in a script'],
  [/: limits: \{/g, ', in a script: limits: {'],
  [/\brepeatedIds: 'job-share'/g, '--job-shares'],
  [/\bPass corrections: \[(\{.*?\})\] if/g, 'Pass --corrections FILE, where FILE is [$1], if'],
  [/\bwith corrections\b/g, 'with --corrections'],
  // What is left are options that the command does not have.
  [/\bPass (\w+: (?:true|'))/g, 'In a script, pass $1'],
  [/(?<!in a script )\bpass (\w+: (?:true|'))/g, 'in a script pass $1'],
]

/** A suggestion of the library in the words of the command. */
export function inCommandOptions(suggestion: string): string {
  return REPLACEMENTS.reduce((text, [of, by]) => text.replace(of, by), suggestion)
}
