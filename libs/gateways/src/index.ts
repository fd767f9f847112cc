export { ClockModule } from './clock.module.js';
export { VirusScanner } from './virus-scanner.js';
export { ScannerModule } from './scanner.module.js';
