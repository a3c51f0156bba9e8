import type { Explorer } from './explorer.js'
import { fileName } from './file-name.js'
import { chartAsSvg, type SvgFile } from './svg-file.js'

/** A file of more boxes takes longer to make than a reader waits. */
const MOST_BOXES = 20_000
/** The largest picture that browsers draw: pixels on each side, and in all. */
const MOST_ON_A_SIDE = 65_535
const MOST_PIXELS = 2 ** 28
/** A picture has two pixels for each unit of the drawing, if it can. */
const DENSITY = 2

/** Saves the whole open chart as an SVG file; `say` tells the reader why it cannot be. */
export function saveSvg(explorer: Explorer, say: (message: string) => void): void {
  const file = fileOf(explorer, say)
  if (file === undefined) return
  download(new Blob([file.text], { type: 'image/svg+xml' }), fileName(explorer.chart.data.title, 'svg'))
}

/** Saves the whole open chart as a PNG file in light colours. */
export async function savePng(explorer: Explorer, say: (message: string) => void): Promise<void> {
  const file = fileOf(explorer, say)
  if (file === undefined) return
  const { width, height } = file
  const largest = Math.min(
    DENSITY,
    MOST_ON_A_SIDE / width,
    MOST_ON_A_SIDE / height,
    Math.sqrt(MOST_PIXELS / width / height),
  )
  const url = URL.createObjectURL(new Blob([file.lightText], { type: 'image/svg+xml' }))
  const image = new Image()
  image.src = url
  await image.decode()
  // A browser that is short of memory may draw nothing, or less.
  let png: Blob | undefined
  let density = largest
  for (; png === undefined && density > largest / 8; density /= 2) {
    png = await drawn(image, Math.floor(width * density), Math.floor(height * density))
  }
  URL.revokeObjectURL(url)
  if (png === undefined) {
    say('The picture is too large for this browser. Save it as SVG.')
    return
  }
  if (largest < 1) say('The picture was scaled down, since it was too large. SVG has the full size.')
  download(png, fileName(explorer.chart.data.title, 'png'))
}

function fileOf(explorer: Explorer, say: (message: string) => void): SvgFile | undefined {
  const boxes = explorer.layout.order.length
  if (boxes > MOST_BOXES) {
    say(`${boxes.toLocaleString('en')} boxes are open, too many for one file. Collapse some of them.`)
    return undefined
  }
  say('')
  return chartAsSvg(explorer)
}

async function drawn(image: HTMLImageElement, width: number, height: number): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context === null) return undefined
  context.drawImage(image, 0, 0, width, height)
  return (
    (await new Promise<Blob | null>((done) => {
      canvas.toBlob(done, 'image/png')
    })) ?? undefined
  )
}

function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the file after the click.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 10_000)
}
