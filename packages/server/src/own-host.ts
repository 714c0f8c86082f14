import type { FastifyRequest } from 'fastify';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** What a request says of the place it was sent to: `unclear` when it names none or several. */
export type HostVerdict = 'own' | 'foreign' | 'unclear';

/**
 * Tells requests to this door from those that a page of another name or another port had sent here (DNS rebinding).
 * @param hostNames beside this machine's own, without port
 * @param usualPort which a request need not name: 80, or 443 on HTTPS
 * @param anyPort   the door stands behind another one, whose port browsers name
 */
export function openHostCheck(
  hostNames: readonly string[],
  anyPort: boolean,
  usualPort: number,
): (request: FastifyRequest) => HostVerdict {
  const names = new Set([...LOOPBACK, ...hostNames].map((name) => name.toLowerCase()));
  return (request) => {
    const { rawHeaders } = request.raw;
    // Node keeps the first of several and says nothing, so they are counted here
    const told = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
    const host = request.headers.host;
    if (told.length !== 1 || host === undefined) return 'unclear';
    const { name, port } = readHost(host, usualPort);
    if (!names.has(name)) return 'foreign';
    const { localPort } = request.socket;
    // a request that was injected by a test came through no port
    return anyPort || localPort === undefined || port === localPort ? 'own' : 'foreign';
  };
}

function readHost(host: string, usualPort: number): { readonly name: string; readonly port: number } {
  const port = /:([0-9]{1,5})$/.exec(host)?.[1];
  const name = port === undefined ? host : host.slice(0, -port.length - 1);
  return { name: name.toLowerCase(), port: port === undefined ? usualPort : Number(port) };
}
