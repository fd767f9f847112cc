import { plainFileName } from './plain-file-name.js';

describe('the name that a file is kept by', () => {
  it.each([
    ['Minutes of June 2026.pdf', 'Minutes of June 2026.pdf'],
    ['Cofnodion y Cyngor – Tachwedd’26.docx', 'Cofnodion y Cyngor – Tachwedd’26.docx'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\me\\minutes.pdf', 'minutes.pdf'],
    ['annual\u202efdp.exe', 'annualfdp.exe'],
    ['a\u200b\u2066b\u2069\u2028c\u0000\r\n\t.pdf', 'abc.pdf'],
    ['<img src=x onerror=alert(1)>.csv', 'img src=x onerror=alert(1).csv'],
    ['a"b;filename=c.pdf', 'ab;filename=c.pdf'],
    ['minutes.pdf. . ', 'minutes.pdf'],
    ['..', 'file'],
    ['', 'file'],
    ['minutes/', 'file'],
    ['.htaccess', 'htaccess'],
  ])('of %j is %j', (sent, kept) => {
    expect(plainFileName(sent)).toBe(kept);
  });

  it('has 150 characters at most, and its extension', () => {
    const kept = plainFileName(`${'x'.repeat(296)}.pdf`);
    expect(kept).toBe(`${'x'.repeat(146)}.pdf`);
    expect(plainFileName('x'.repeat(300))).toHaveLength(150);
  });

  it('is not cut within a character', () => {
    const kept = plainFileName(`${'\u{1f600}'.repeat(200)}.pdf`);
    expect(Array.from(kept)).toHaveLength(150);
    expect(Buffer.from(kept).toString()).toBe(kept);
  });
});
