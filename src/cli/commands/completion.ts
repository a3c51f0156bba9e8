import { type Command, type CommandRow, longFlag, type OptionRow } from '../call.js'
import { EXIT } from '../exit-code.js'
import { oneOfWords } from '../choice.js'

/** Prints a script that completes subcommands, options and their words. It is made from the table of subcommands. */
export const completion: Command = (call) => {
  const script = oneOfWords('the shell', call.words[0], ['bash', 'zsh', 'fish'])
  call.world.output.write({ bash: bashScript, zsh: zshScript, fish: fishScript }[script](call.commands))
  return Promise.resolve(EXIT.sound)
}

function takesValue({ flags }: OptionRow): boolean {
  return flags.includes('<')
}

/** The cases of a subcommand: the words of the option before the cursor, else options. */
function bashScript(commands: readonly CommandRow[]): string {
  const cases = commands
    .map(({ name, options }) => {
      const words = options.filter((option) => option.words !== undefined)
      const values = words.map((option) => {
        return `      ${name}:${longFlag(option)}) COMPREPLY=($(compgen -W '${option.words?.join(' ') ?? ''}' -- "$word")); return ;;`
      })
      return values.join('\n')
    })
    .filter((text) => text !== '')
  const flags = commands.map(
    ({ name, options }) => `    ${name}) flags='${[...options.map(longFlag), '--help'].join(' ')}' ;;`,
  )
  return `# Completion of rolegraph for bash. Put into ~/.bashrc: source <(rolegraph completion bash)
_rolegraph() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} name=\${COMP_WORDS[1]} flags=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} help --help --version' -- "$word"))
    return
  fi
  case "$name:$before" in
${cases.join('\n')}
  esac
  case "$name" in
${flags.join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$word")) ;;
  esac
}
complete -o default -F _rolegraph rolegraph
`
}

function zshScript(commands: readonly CommandRow[]): string {
  const quoted = (text: string): string => text.replaceAll("'", "'\\''").replace(/[[\]:]/g, '\\$&')
  const names = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`)
  const cases = commands.map(({ name, options }) => {
    const specs = options.map((option) => {
      const value = !takesValue(option)
        ? ''
        : `:value:${option.words === undefined ? '_files' : `(${option.words.join(' ')})`}`
      return `'${option.isList === true ? '*' : ''}${longFlag(option)}[${quoted(option.text)}]${value}'`
    })
    return `    ${name}) _arguments ${[...specs, "'*:file:_files'"].join(' ')} ;;`
  })
  return `#compdef rolegraph
# Completion of rolegraph for zsh. Put into ~/.zshrc, below compinit: source <(rolegraph completion zsh)
_rolegraph() {
  local -a names
  names=(
${names.join('\n')}
    'help:show the help of a subcommand'
  )
  if (( CURRENT == 2 )); then
    _describe 'command' names
    return
  fi
  local name=$words[2]
  shift words
  (( CURRENT-- ))
  case "$name" in
${cases.join('\n')}
  esac
}
compdef _rolegraph rolegraph
`
}

function fishScript(commands: readonly CommandRow[]): string {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c rolegraph -n __fish_use_subcommand -a ${name} -d ${quoted(summary)} -f`,
    ...options.map((option) => {
      const value = !takesValue(option)
        ? ''
        : option.words === undefined
          ? ' -r'
          : ` -x -a ${quoted(option.words.join(' '))}`
      const flag = longFlag(option).slice(2)
      return `complete -c rolegraph -n '__fish_seen_subcommand_from ${name}' -l ${flag} -d ${quoted(option.text)}${value}`
    }),
  ])
  return `# Completion of rolegraph for fish: rolegraph completion fish > ~/.config/fish/completions/rolegraph.fish
complete -c rolegraph -n __fish_use_subcommand -a help -d 'show the help of a subcommand' -f
complete -c rolegraph -l help -d 'show the help'
${lines.join('\n')}
`
}
