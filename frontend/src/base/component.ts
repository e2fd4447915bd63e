/** What every piece of behaviour is built on: one element, checked, enhanced once. */

/** Says what was wrong with which element, so that a broken page is found in the tests. */
export class ComponentError extends Error {
  constructor(module: string, problem: string) {
    super(`${module}: ${problem}`);
    this.name = "ComponentError";
  }
}

/** The page works without any of these; each improves the one element it is given. */
export abstract class Component {
  static readonly moduleName: string = "";

  protected readonly $root: HTMLElement;

  constructor($root: HTMLElement) {
    this.$root = $root;
  }

  /** The first element inside with that data attribute; a missing one is a fault of the page. */
  protected part<Part extends HTMLElement = HTMLElement>(name: string): Part {
    const $part = this.$root.querySelector<Part>(`[data-${name}]`);
    if ($part === null) {
      throw new ComponentError(this.$root.dataset["module"] ?? "", `no element with data-${name}`);
    }
    return $part;
  }

  /** The same where the page may leave it out. */
  protected partOrNull<Part extends HTMLElement = HTMLElement>(name: string): Part | null {
    return this.$root.querySelector<Part>(`[data-${name}]`);
  }

  abstract start(): void;
}

interface ComponentClass {
  readonly moduleName: string;
  new ($root: HTMLElement): Component;
}

/** Enhances every `data-module` of these classes, each element once; one failure stops no other. */
export function enhance(...classes: ComponentClass[]): void {
  for (const kind of classes) {
    const $roots = document.querySelectorAll<HTMLElement>(`[data-module="${kind.moduleName}"]`);
    for (const $root of $roots) enhanceOne(kind, $root);
  }
}

function enhanceOne(kind: ComponentClass, $root: HTMLElement): void {
  if ($root.dataset["enhanced"] !== undefined) return;
  $root.dataset["enhanced"] = "";
  try {
    new kind($root).start();
  } catch (error) {
    delete $root.dataset["enhanced"];
    console.error(error);
  }
}
