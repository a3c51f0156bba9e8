import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { serverApp, type ServerOptions } from './app.js'

/** A service that listens. */
export interface ListeningServer {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Starts the service on loopback, where no other machine reaches it. Port 0 takes one that is free. */
export async function listen(options: Omit<ServerOptions, 'origin'>, port: number): Promise<ListeningServer> {
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 })
  const hostname = '127.0.0.1'
  const { server, address } = await new Promise<{ server: ReturnType<typeof serve>; address: AddressInfo }>(
    (resolve, reject) => {
      const server = serve({ fetch: (request) => answer(request), hostname, port }, (address) => {
        resolve({ server, address })
      })
      server.once('error', reject)
    },
  )
  const origin = `http://${hostname}:${address.port}`
  const app = serverApp({ ...options, origin })
  answer = (request) => app.fetch(request)
  return {
    origin,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error === undefined) resolve()
          else reject(error)
        })
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
