/**
 * The bank holidays of England and Wales, as listed on https://www.gov.uk/bank-holidays (Banking and Financial Dealings
 * Act 1971 and royal proclamations). A year is added when its list is published; a proclaimed day as soon as it is.
 * A test works the usual ones out again.
 */
export const BANK_HOLIDAYS: Readonly<Record<number, readonly string[]>> = {
  2019: ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'],
  // The early May holiday was on Friday 8 May: 75 years since VE day.
  2020: ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'],
  2021: ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
  // The spring holiday was on 2 June, beside the Platinum Jubilee on 3 June; 19 September was the State Funeral.
  2022: ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'],
  // 8 May was the Coronation.
  2023: ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26'],
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2028: ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
};
