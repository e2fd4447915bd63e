/** "in 2 h 10 min": rounded up, so that nobody is a minute too early; the server says it alike. */
export function inWords(seconds: number): string {
  if (seconds <= 0) return "which is now past";
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [
    [days, "d"],
    [hours, "h"],
    [minutes % 60, "min"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return `in ${said.join(" ")}`;
}
