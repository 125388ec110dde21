// Page notation: 1,250.50 with the euro sign before and every other unit behind.
export function withUnit(value, unit, decimals = 0) {
  const digits = Math.abs(value).toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const sign = value < 0 ? "−" : "";
  if (unit === "€") return `${sign}€ ${digits}`;
  return unit ? `${sign}${digits} ${unit}` : `${sign}${digits}`;
}
