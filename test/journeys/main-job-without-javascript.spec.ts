import { describeMainJob } from './main-job.js';

describeMainJob({ javaScript: false });
