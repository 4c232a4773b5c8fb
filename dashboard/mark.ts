const KEY = 'busola';

/** Whether somebody signed in at this computer: all that a page knows before it asks. No name, no secret. */
export function isMarked(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    // a browser that keeps nothing
    return false;
  }
}

export function setMark(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // then the menu of whoever is signed in does not show; everything else works
  }
}
