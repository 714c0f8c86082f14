import type { ACCOUNT_ACTS } from '../../src/accounts/account-acts.ts';
import { addAccount, VILLAGE } from '../small-regency.ts';
import type { ActExamples } from './act-example.ts';

let number = 0;

export const ACCOUNT_EXAMPLES: ActExamples<keyof typeof ACCOUNT_ACTS> = {
  'accounts.me': { input: () => ({}), seesOnly: 'own' },
  'accounts.mine': { input: () => ({}), seesOnly: 'own' },
  'accounts.sign-out': { input: () => ({}), seesOnly: 'own' },
  'accounts.change-password': {
    input: () => ({
      ...{ password: 'kata sandi buatan', newPassword: 'kata sandi buatan lain' },
      code: '000000',
    }),
    seesOnly: 'own',
  },
  'accounts.list': { input: () => ({}), seesOnly: 'own' },
  'accounts.matrix': { input: () => ({}), seesOnly: 'public' },
  'accounts.invite': {
    input: () => {
      number += 1;
      return { account: `panitia.${number}`, name: 'Orang Buatan', role: 'committee', area: VILLAGE };
    },
    seesOnly: 'own',
  },
  'accounts.close': {
    input: async ({ store }) => {
      number += 1;
      const id = `panitia.${number}`;
      await addAccount(store.database, { id, role: 'committee', area: VILLAGE });
      return { account: id };
    },
    seesOnly: 'own',
  },
  'files.upload': {
    input: () => {
      number += 1;
      return { step: 'begin', id: String(number).padStart(32, '0'), name: 'a.csv', bytes: 10 };
    },
    seesOnly: 'own',
  },
};
