/** Completes the built command in real shells: zsh and fish, which Debian has as packages of these names. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a shell must propose for the beginning of a line, among others. */
const EXPECTED: readonly (readonly [line: string, proposals: readonly string[]])[] = [
  ['rolegraph ch', ['check']],
  ['rolegraph co', ['completion', 'convert']],
  ['rolegraph he', ['help']],
  ['rolegraph check --fo', ['--format']],
  ['rolegraph check --format ', ['github', 'json', 'junit', 'markdown', 'sarif', 'text']],
  ['rolegraph render --to m', ['mermaid']],
]

const folder = mkdtempSync(join(tmpdir(), 'rolegraph-completion-'))

function output(program: string, args: readonly string[]): string {
  const { stdout, stderr, error, status } = spawnSync(program, args, { encoding: 'utf8', timeout: 120_000 })
  if (error !== undefined) {
    throw new Error(`${program} does not start (${error.message}); install it: apt-get install zsh fish`)
  }
  if (status !== 0) throw new Error(`${program} returned ${String(status)}: ${stderr}`)
  return stdout
}

function scriptFor(shell: string): string {
  const file = join(folder, `completion.${shell}`)
  writeFileSync(file, output(process.execPath, ['dist/cli.js', 'completion', shell]))
  return file
}

function proposedByFish(line: string): readonly string[] {
  const lines = output('fish', ['--no-config', '-c', `source '${fishFile}'; complete -C'${line}'`])
  return lines.split('\n').flatMap((proposal) => proposal.split('\t')[0] || [])
}

/** zsh completes in a terminal only, so it gets one: its list of proposals is read from what it draws there. */
function proposedByZsh(line: string): readonly string[] {
  const terminal = join(folder, 'terminal.zsh')
  writeFileSync(
    terminal,
    `zmodload zsh/zpty
zpty shell zsh -f -i
# What is drawn until a text is, for half a minute at most.
drawn() {
  local seen= part= turn=
  for turn in {1..300}; do
    while zpty -r -t shell part 2>/dev/null; do seen+=$part; done
    [[ $seen == *$1* ]] && break
    sleep 0.1
  done
  print -r -- "$seen"
}
zpty -w shell "autoload -Uz compinit; compinit -D -u; PS1=; LISTMAX=1000; bindkey '^I' list-choices; stty cols 300; source '${zshFile}'; echo RE''ADY"
drawn READY >/dev/null
zpty -w -n shell '${line}'$'\\t'
sleep 1
zpty -w -n shell $'\\x15'"echo DO''NE"$'\\n'
drawn DONE
zpty -d shell
`,
  )
  // Without the escape sequences of the terminal.
  const text = output('zsh', ['-f', terminal]).replace(/\u001B\[[0-9;?]*[A-Za-z]/g, '')
  return text.split(/\s+/)
}

const [zshFile, fishFile] = [scriptFor('zsh'), scriptFor('fish')]
try {
  for (const [shell, proposed] of [
    ['zsh', proposedByZsh],
    ['fish', proposedByFish],
  ] as const) {
    for (const [line, expected] of EXPECTED) {
      const got = proposed(line)
      const missing = expected.filter((word) => !got.includes(word))
      if (missing.length === 0) continue
      throw new Error(`${shell} does not propose ${missing.join(', ')} after “${line}”: ${got.join(' ')}`)
    }
    console.log(`ok: ${shell} completes ${String(EXPECTED.length)} lines`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
