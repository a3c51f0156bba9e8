#!/usr/bin/env bash
# markmap-lib 0.18.12: in an outline of headings and lists, posts vanish from the mind map.
#
# Headings and list items both become nodes of the mind map. The charts: an assistant in a list under the chief, followed by the head
# as a heading; and a head whose heading leaves out a level, followed by a deputy whose heading does not.
#
# Expected: each heading and each list item is a node below the last heading of a higher rank, as when only one kind is used or when
#   all headings leave out the same level.
# Seen: below one heading only the kind of the highest rank is kept. List items vanish when a subheading follows, and a head under ###
#   vanishes with everything below when a ## follows. Nothing is reported. (A maintainer has said in an issue that the lists
#   are left out on purpose; the README does not say so.)
#
# For rolegraph: write an outline for markmap as one nested list, and compare the number of nodes with the number of roles.
set -euo pipefail

tmp="$(mktemp -d)"
trap 'rm -rf "$tmp"' EXIT
npm i --no-save --no-audit --no-fund --ignore-scripts --loglevel=error --prefix "$tmp" markmap-lib@0.18.12 >/dev/null

cat > "$tmp/seen.mjs" <<'JS'
import { Transformer } from 'markmap-lib'

const outline = ({ content, children }) => (children.length === 0 ? content : `${content} (${children.map(outline).join(', ')})`)
function seen(name, lines) {
  console.log(`${name}: ${outline(new Transformer().transform(lines.join('\n')).root)}`)
}
seen('one nested list', ['- chief', '  - assistant', '  - head', '    - analyst'])
seen('list, then heading', ['# chief', '', '- assistant', '', '## head', '', '- analyst'])
seen('levels in turn', ['# chief', '', '## head', '', '### analyst', '', '## deputy'])
seen('a level left out', ['# chief', '', '### head', '', '#### analyst', '', '## deputy'])
seen('a level left out by all', ['# chief', '', '### head', '', '#### analyst', '', '### deputy'])
JS

diff - <(cd "$tmp" && timeout 60 node seen.mjs) <<'TEXT'
one nested list: chief (assistant, head (analyst))
list, then heading: chief (head (analyst))
levels in turn: chief (head (analyst), deputy)
a level left out: chief (deputy)
a level left out by all: chief (head (analyst), deputy)
TEXT
echo 'as recorded'
