/** `Pilkades serentak 2029!` as `pilkades-serentak-2029`: what files and addresses call something. */
export function slugOf(title: string, longest = 40): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
}
