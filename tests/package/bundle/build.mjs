/** Bundles and minifies app.mjs with the bundlers named on the command line, into NAME.mjs or NAME.cjs next to it. */
import { spawnSync } from 'node:child_process'
import { renameSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))
const app = `${folder}app.mjs`

async function withEsbuild() {
  const { build } = await import('esbuild')
  await build({
    entryPoints: [app],
    bundle: true,
    minify: true,
    format: 'esm',
    outfile: `${folder}esbuild.mjs`,
  })
}

async function withRollup() {
  const { rollup } = await import('rollup')
  const { default: resolve } = await import('@rollup/plugin-node-resolve')
  const { default: commonjs } = await import('@rollup/plugin-commonjs')
  const { default: terser } = await import('@rollup/plugin-terser')
  const bundle = await rollup({ input: app, plugins: [resolve(), commonjs()] })
  await bundle.write({ file: `${folder}rollup.mjs`, format: 'es', plugins: [terser()] })
}

async function withRolldown() {
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({ input: app, platform: 'browser' })
  await bundle.write({ file: `${folder}rolldown.mjs`, format: 'es', minify: true })
}

async function withVite() {
  const { build } = await import('vite')
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      minify: true,
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { input: app, output: { entryFileNames: 'vite.mjs' } },
    },
  })
}

async function withWebpack() {
  const { default: webpack } = await import('webpack')
  const output = { path: folder, filename: 'webpack.cjs' }
  await new Promise((done, fail) => {
    webpack({ mode: 'production', target: 'web', entry: app, output }, (error, stats) => {
      if (error) fail(error)
      else if (stats.hasErrors()) fail(new Error(stats.toString({ all: false, errors: true })))
      else done()
    })
  })
}

/** Parcel resolves packages without their exports, unless a project turns them on. */
function withParcel() {
  const options = ['--no-cache', '--no-source-maps', '--dist-dir', folder, '--log-level', 'error']
  const { status, stderr } = spawnSync('npx', ['parcel', 'build', app, ...options], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  renameSync(`${folder}app.js`, `${folder}parcel.mjs`)
}

const bundlers = {
  esbuild: withEsbuild,
  rollup: withRollup,
  rolldown: withRolldown,
  vite: withVite,
  webpack: withWebpack,
  parcel: withParcel,
}
for (const name of process.argv.slice(2)) await bundlers[name]()
