/** Every test file of the suite, in the order in which they run. */
import './activation.test';
import './documents.test';
import './numbers.test';
import './newPlan.test';
import './pasting.test';
import './writing.test';
import './completing.test';
import './importing.test';
import './reviewing.test';
import './reading.test';
import './lenses.test';
import './journey.test';
import './cells.test';
import './navigation.test';
import './units.test';
import './formatting.test';
import './hosts.test';
