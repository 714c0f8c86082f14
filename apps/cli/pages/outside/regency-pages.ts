/** What anybody may open at the regency without signing in. @param url of its server */
export function regencyPages(url: string) {
  return [
    { name: 'site', address: `${url}/publik/` },
    { name: 'phone', address: `${url}/telepon/` },
    { name: 'evidence', address: `${url}/bukti/` },
    { name: 'lookUp', address: `${url}/cek/` },
  ] as const;
}
