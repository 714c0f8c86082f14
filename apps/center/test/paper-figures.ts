/** A sheet on which every rule holds: 310 registered, 240 came. */
export const PAPER_FIGURES = {
  ...{ 'registered.L': 150, 'registered.P': 160, 'registered.total': 310 },
  ...{
    'dpt.L': 112,
    'dpt.P': 128,
    'dpt.total': 240,
    'added.L': 0,
    'added.P': 0,
    'added.total': 0,
    'users.total': 240,
  },
  ...{
    'kepala-desa:received': 318,
    'kepala-desa:used': 240,
    'kepala-desa:spoiled': 2,
    'kepala-desa:unused': 76,
  },
  ...{ 'kepala-desa:c1': 121, 'kepala-desa:c2': 84, 'kepala-desa:c3': 31 },
  ...{ 'kepala-desa:valid': 236, 'kepala-desa:invalid': 4, 'kepala-desa:total': 240 },
  ...{ 'signatures.board': 5, 'signatures.witnesses': 3 },
};
