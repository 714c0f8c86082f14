export { findLeaks, type Leak, type LeakRule } from './find-leaks.ts';
