import type { DeviceFile, DeviceRole } from '@bilik/server';

/** Roles whose page the station serves. */
const STATION_PAGES: readonly DeviceRole[] = ['board', 'desk'];
/** Roles whose own process serves their page, on the device's own loopback. */
const OWN_PAGES: Partial<Record<DeviceRole, string>> = {
  booth: 'http://127.0.0.1:4102/bilik/',
  trustee: 'http://127.0.0.1:4131/',
};

/** In a device's home beside the script. */
export const FINDER_FILE = 'find-station.mjs';

/** Whether the page of this role comes from the station. */
export function isStationPage(role: DeviceRole): boolean {
  return STATION_PAGES.includes(role);
}

/** The port on which a device's own process serves the page that its kiosk opens; undefined for a role without such a page. */
export function ownPort(role: DeviceRole): number | undefined {
  const page = OWN_PAGES[role];
  return page === undefined ? undefined : Number(new URL(page).port);
}

/** Where a station without a package is set up, on its own machine alone and on the port that it will have: its board begins there. */
function setupOrigin({ stations: [station = ''] }: DeviceFile): string {
  const { port } = new URL(station);
  return `http://127.0.0.1:${port === '' ? HTTPS_PORT : port}`;
}
const HTTPS_PORT = '443';

/** Whether a device of this role shows a page. */
export function hasScreen(role: DeviceRole): boolean {
  return isStationPage(role) || OWN_PAGES[role] !== undefined;
}

/** Origins that a device's browser may open: its station's, or its own process's. */
function ownOrigins({ prepared, stations }: DeviceFile): readonly string[] {
  const own = OWN_PAGES[prepared.role];
  return own === undefined ? stations : [new URL(own).origin];
}

/**
 * Chromium's managed policies of one device: no page but our own, no way to type an address, no certificate warning to click away, and
 * nothing that asks the world. Only the board may take files out or in, and print; a trustee takes files in and out by stick.
 * @see https://chromeenterprise.google/policies/
 */
export function kioskPolicies(file: DeviceFile): Readonly<Record<string, unknown>> {
  const { role } = file.prepared;
  const origins = ownOrigins(file);
  const handlesFiles = role === 'board' || role === 'trustee';
  return {
    URLBlocklist: ['*'],
    URLAllowlist: role === 'board' ? [...origins, setupOrigin(file)] : [...origins],
    SSLErrorOverrideAllowed: false,
    // 0: as usual, 3: none at all
    DownloadRestrictions: handlesFiles ? 0 : 3,
    AllowFileSelectionDialogs: handlesFiles,
    PrintingEnabled: role === 'board',
    VideoCaptureAllowed: false,
    VideoCaptureAllowedUrls: [...origins],
    AudioCaptureAllowed: false,
    // 2: nowhere
    DeveloperToolsAvailability: 2,
    DefaultGeolocationSetting: 2,
    DefaultNotificationsSetting: 2,
    NetworkPredictionOptions: 2,
    // 1: not to be had
    IncognitoModeAvailability: 1,
    // 0: nobody signs in
    BrowserSignin: 0,
    SyncDisabled: true,
    PasswordManagerEnabled: false,
    AutofillAddressEnabled: false,
    AutofillCreditCardEnabled: false,
    SearchSuggestEnabled: false,
    TranslateEnabled: false,
    SpellCheckServiceEnabled: false,
    MetricsReportingEnabled: false,
    SafeBrowsingProtectionLevel: 0,
    ComponentUpdatesEnabled: false,
    BackgroundModeEnabled: false,
    DnsOverHttpsMode: 'off',
    ExtensionInstallBlocklist: ['*'],
    BookmarkBarEnabled: false,
    EditBookmarksEnabled: false,
  };
}

/**
 * The script that starts the kiosk. A page of the station gets the device's secret in the part of the address that is never sent; the
 * board of the station's own machine also gets the start code, from the file that is named as the script's one argument.
 * @errors throws for a role without a page
 */
export function kioskScript(file: DeviceFile): string {
  const { prepared, stations } = file;
  const { device, role, secret } = prepared;
  const own = OWN_PAGES[role];
  const [station] = stations;
  if (own === undefined && !isStationPage(role)) throw new Error(`${device} shows no page`);
  return [
    '#!/bin/sh',
    `# ${device}: ditulis oleh / written by bilik device prepare`,
    'set -eu',
    'home=$(dirname "$(readlink -f "$0")")',
    'export HOME="$home"',
    ...(own === undefined
      ? [
          '# mesin TPS atau laptop cadangan yang mengambil alih: mana yang menjawab / the station, or the spare that took over: who answers',
          'find_station() {',
          `  station=$(node "$home/${FINDER_FILE}" "$home/authority.pem" ${stations.map((origin) => `'${origin}'`).join(' ')}) || station='${station}'`,
          `  address="$station/masuk/#${device}.${secret}"`,
          '}',
        ]
      : [`address='${own}'`]),
    ...(role === 'desk' ? ['find_station'] : []),
    ...(role === 'board'
      ? [
          "# di mesin TPS sendiri / on the station's own machine: start-kiosk.sh STATION_HOME/start-code",
          '# memuat paket, mengambil alih / loading the package, taking over: start-kiosk.sh --setup',
          `if [ "\${1-}" = --setup ]; then address='${setupOrigin(file)}/siap/'`,
          'else find_station; if [ $# -gt 0 ] && [ -r "$1" ]; then address="$address.$(cat "$1")"; fi; fi',
        ]
      : []),
    'exec chromium --kiosk --no-first-run --noerrdialogs --disable-session-crashed-bubble \\',
    '  --user-data-dir="$home/chromium" "$address"',
    '',
  ].join('\n');
}
