package parley_test

import (
	"fmt"

	"parley"
)

func Example() {
	r, err := parley.New(parley.Options{})
	if err != nil {
		panic(err)
	}
	page := "Marsh talks\n\nIlka Brandt said that Zembla would return to the table. “We need no stage,” she added.\n"
	reading, err := r.Read("marsh.txt", []byte(page))
	if err != nil {
		panic(err)
	}
	for _, s := range reading.Statements {
		fmt.Printf("%s (%s): %s\n", s.Speaker.Name, s.Mode, s.Content[0].Text)
	}
	// Output:
	// Ilka Brandt (indirect): Zembla would return to the table
	// Ilka Brandt (direct): We need no stage,
}
