import { type VulnerabilityPart, vulnerabilityIndexSchema } from './proposal.ts';

/** A starting point of ours: no source gives the parts for village elections. A regency sets its own. */
export const defaultVulnerabilityIndex: readonly VulnerabilityPart[] = vulnerabilityIndexSchema.parse([
  {
    id: 'past-disputes',
    name: { id: 'Sengketa pemilihan sebelumnya', en: 'Disputes of earlier elections' },
    weightPercent: 30,
  },
  {
    id: 'close-race',
    name: { id: 'Persaingan ketat atau hubungan keluarga calon', en: 'Close race or related candidates' },
    weightPercent: 25,
  },
  {
    id: 'voter-list',
    name: { id: 'Masalah daftar pemilih', en: 'Problems of the voter list' },
    weightPercent: 20,
  },
  {
    id: 'security',
    name: { id: 'Catatan keamanan (Polres)', en: 'Security record (police)' },
    weightPercent: 15,
  },
  {
    id: 'access',
    name: { id: 'Akses sulit dan jarak ke kecamatan', en: 'Hard access and distance' },
    weightPercent: 10,
  },
]);
