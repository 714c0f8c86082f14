import { z } from 'zod';

// The page's policy forbids code made at run time; without this each schema would try it once and be told off in the console.
z.config({ jitless: true });
