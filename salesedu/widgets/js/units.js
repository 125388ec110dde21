// Page notation: 1,250.50, or 1.250,50 in Dutch, with the euro sign before and every other unit behind.
export function withUnit(value, unit, decimals = 0, numbers = "english") {
  const digits = Math.abs(value).toLocaleString(numbers === "dutch" ? "nl-NL" : "en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const sign = value < 0 ? "−" : "";
  if (unit === "€") return `${sign}€ ${digits}`;
  return unit ? `${sign}${digits} ${unit}` : `${sign}${digits}`;
}
