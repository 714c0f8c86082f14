/** A worker whose body stands inside the page's own script: a page opened from a disk can load none. */
declare module '*?worker&inline' {
  const InlineWorker: new () => Worker;
  export default InlineWorker;
}
