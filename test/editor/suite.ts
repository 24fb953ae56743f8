/** Every test file of the suite, in the order in which they run. */
import './activation.test';
