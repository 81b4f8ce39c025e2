// Package parley is the library's front door: read a report, get its statements.
//
//	r, err := parley.New(parley.Options{})
//	reading, err := r.Read("page.html", data)
//	for _, s := range reading.Statements {
//		fmt.Println(s.Speaker.Name, s.Content[0].Text)
//	}
//
// Read gives records, with positions in code points, as docs/formats.md describes
// them. OpenReport, OpenFetched and Statements are its two halves with positions in
// bytes, for those who keep reports in a ledger.
package parley
