// Package imprint reads a page's small print: who published the words first, who passes
// them on, who translated them, whose page it is. It looks into furniture only, and there
// for the forms that data/page/imprint.txt lists; what a report tells in its own sentences
// is no affair of its.
package imprint
