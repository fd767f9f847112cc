// Unpacks the Chromium that comes as a package into the folder TMPDIR and prints the path of the program.
// A process of its own, because the package reads these two settings from the environment:
// TMPDIR, where to unpack, and AWS_EXECUTION_ENV, without which it leaves its libraries packed.
import chromium from '@sparticuz/chromium';

process.stdout.write(await chromium.executablePath());
