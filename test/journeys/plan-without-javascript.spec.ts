import { describePlan } from './plan.js';

describePlan({ javaScript: false });
