export { ClockModule } from './clock.module.js';
export {
  NOT_SCANNED,
  type NotScanned,
  type ScanVerdict,
  VirusScanner,
} from './virus-scanner/virus-scanner.js';
export { VirusScannerModule } from './virus-scanner/virus-scanner.module.js';
