export { findLeaks, type Leak, type LeakRule } from './find-leaks.ts';
export { pictureMetadata } from './picture-metadata.ts';
export { isPublicContent, isPublicText } from './public-text.ts';
