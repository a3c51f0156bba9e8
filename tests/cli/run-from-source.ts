/** The command as a program made of the sources, for tests that need a process. */
import { nodeWorld } from '../../src/cli/node-world.js'
import { run } from '../../src/cli/program.js'

process.exitCode = await run(process.argv.slice(2), nodeWorld('0.0.0'))
