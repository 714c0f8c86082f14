/** Tells the open screens that something was done; a refused command changed nothing, and nobody is told. */
export function announced<Given extends { readonly ok: boolean }>(answer: Given, changed: () => void): Given {
  if (answer.ok) changed();
  return answer;
}
