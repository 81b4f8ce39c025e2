// Package page turns the bytes of a saved page into a news.Report: it decodes
// them, cuts the text into passages and tells headline, standfirst, body, block
// quotations and captions from furniture.
//
// Two roads lead to passages. A text file's decoded characters are the report's
// text, unchanged, and its lines become units. An HTML page is walked tree and
// all; each block of visible text becomes a unit, and what the tree tells about it
// (ancestors, links, headings) goes along as a hint. From there on both are judged
// by the same rules over the same word lists, which live in data/page.
//
// Nothing is dropped: a unit that is no part of the report becomes a passage of
// furniture that names its reason. The package has no clock: a day of publication
// is one that the page gives, or absent.
package page
