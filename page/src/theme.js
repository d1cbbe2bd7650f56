// Dark or light: as the system has it, until somebody chooses.

/** Makes the button work. */
export function startTheme() {
  const root = document.documentElement;
  const isDark = () =>
    (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  document.getElementById('theme')?.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    window.dispatchEvent(new Event('themechange')); // canvases draw anew
  });
}
