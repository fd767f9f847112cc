export { Archive, type ArchiveLimits } from './archive.js';
export { type ArchiveFault, ArchiveRefused } from './archive-refused.js';
export { readXml, type XmlListener } from './read-xml.js';
